import { connectionOf, cutPage, decodeCursor, pageSize } from "@hub/kit";
import type { FundedOverdueQuestion, NameTable, PaymentTable, TaskTable } from "@hub/schema";
import {
  DecimalScalar,
  IndicatorStatus,
  NameTableScalar,
  Origin,
  PaymentTableScalar,
  TaskTableScalar,
  fundedOverdueQuestion,
  mixedOrigin,
} from "@hub/schema";
import { Arg, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { IndicatorsContext } from "../context.js";
import type { FundedSchoolFacts } from "./funded-schools.js";
import { byProgramme, fundedSchools } from "./funded-schools.js";
import { fundedShare } from "./funded-share.js";
import { fundedOverdueSchool, fundedProgramme, yuan } from "./funded-school.view.js";
import {
  FundedOverdueSchool,
  FundedOverdueSchoolConnection,
  FundedOverdueShare,
  FundedProgramme,
  type School,
} from "./funded-school.types.js";

/** Names the sort order inside cursors. */
const ORDER = "indicators.fundedOverdue";

/** The same for all, so that all are asked for together. */
const NEEDS = '@requires(fields: "schoolIds schoolNames payments tasks")';

/** The area's schools, then their money and overdue tasks, each from its owner; null when the owner did not answer. */
@ObjectType()
@Directive('@key(fields: "id")')
export class FundedOverdue {
  @Field(() => ID)
  id!: string;

  @Directive("@external")
  @Field(() => [ID])
  schoolIds!: readonly string[];

  @Directive("@external")
  @Field(() => NameTableScalar)
  schoolNames!: NameTable;

  @Directive("@external")
  @Field(() => PaymentTableScalar, { nullable: true })
  payments?: PaymentTable | null;

  @Directive("@external")
  @Field(() => TaskTableScalar, { nullable: true })
  tasks?: TaskTable | null;

  #question?: FundedOverdueQuestion;
  #found?: readonly FundedSchoolFacts[] | null;
  #places?: ReadonlyMap<string, number>;

  /** The schools asked for, worked out once; null when an owner did not answer. */
  found(): readonly FundedSchoolFacts[] | null {
    const { payments, tasks } = this;
    this.#found ??= payments && tasks ? fundedSchools(this.question(), payments, tasks) : null;
    return this.#found;
  }

  /** What the id says. */
  question(): FundedOverdueQuestion {
    return (this.#question ??= fundedOverdueQuestion(this.id));
  }

  /** One of the area's schools as lists show it. */
  school(id: string): School {
    this.#places ??= new Map(this.schoolIds.map((schoolId, place) => [schoolId, place]));
    const place = this.#places.get(id) as number;
    const { name, closedOn } = this.schoolNames;
    return { id, name: name[place] as string, closedOn: closedOn[place] ?? null };
  }
}

@Resolver(() => FundedOverdue)
export class FundedOverdueResolver {
  @Directive(NEEDS)
  @FieldResolver(() => FundedOverdueSchoolConnection, {
    nullable: true,
    description:
      "The schools, those that received most first; null when funding or inspection does not answer. " +
      "学校名单，按所获资金由大到小。",
  })
  schools(
    @Root() asked: FundedOverdue,
    @Arg("first", () => Int, { nullable: true, description: "Rows of the page, 1 to 500; default 50. 每页行数。" })
    first: number | null,
    @Arg("after", () => String, { nullable: true, description: "endCursor of the page before. 上一页游标。" })
    after: string | null,
  ): FundedOverdueSchoolConnection | null {
    const size = pageSize(first);
    const position = decodeCursor(ORDER, after) as readonly [number, string] | null;
    const found = asked.found();
    if (found === null) return null;
    const start = position === null ? 0 : found.findIndex((school) => isAfter(school, position));
    const rows = start === -1 ? [] : found.slice(start, start + size + 1);
    return connectionOf<FundedSchoolFacts, FundedOverdueSchool, FundedOverdueSchoolConnection>(
      FundedOverdueSchoolConnection,
      cutPage(rows, size),
      {
        order: ORDER,
        position: (row) => [row.cents, row.schoolId],
        node: (facts) => fundedOverdueSchool(facts, asked.school(facts.schoolId)),
        after,
        countAll: () => Promise.resolve(found.length),
      },
    );
  }

  @Directive(NEEDS)
  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description: "Yuan the listed schools received, all pages. 名单学校所获资金合计（元）。",
  })
  amount(@Root() asked: FundedOverdue): string | null {
    const found = asked.found();
    return found && yuan(found.reduce((cents, school) => cents + school.cents, 0));
  }

  @Directive(NEEDS)
  @FieldResolver(() => [FundedProgramme], {
    nullable: true,
    description: "The same by programme, most first. 合计按项目分列。",
  })
  programmes(@Root() asked: FundedOverdue): readonly FundedProgramme[] | null {
    const found = asked.found();
    return found && byProgramme(found.flatMap((school) => school.programmes)).map(fundedProgramme);
  }

  @Directive(NEEDS)
  @FieldResolver(() => Int, {
    nullable: true,
    description: "Overdue rectifications of the listed schools. 名单学校逾期整改任务合计。",
  })
  overdueTasks(@Root() asked: FundedOverdue): number | null {
    const found = asked.found();
    return found && found.reduce((count, { tasks }) => count + tasks.length, 0);
  }

  @Directive(NEEDS)
  @FieldResolver(() => Int, { nullable: true, description: "Those of a severe finding. 其中严重问题数。" })
  severeTasks(@Root() asked: FundedOverdue): number | null {
    const found = asked.found();
    return found && found.flatMap(({ tasks }) => tasks).filter(({ severity }) => severity === "SEVERE").length;
  }

  @Directive(NEEDS)
  @FieldResolver(() => FundedOverdueShare, {
    nullable: true,
    description: "The listed schools as a share of those that received money. 名单学校占获得资金学校的比例。",
  })
  share(@Root() asked: FundedOverdue): FundedOverdueShare {
    const { payments = null, tasks = null } = asked;
    const outcome = fundedShare(asked.question(), payments, tasks, asked.found()?.length ?? 0);
    const status = outcome.status as IndicatorStatus;
    return Object.assign(new FundedOverdueShare(), { ...outcome, status, unit: "schools per funded school" });
  }

  @Directive(NEEDS)
  @FieldResolver(() => Origin, {
    nullable: true,
    description: "SYNTHETIC as soon as one record behind the list is made up; null for an empty list. 来源性质。",
  })
  origin(@Root() asked: FundedOverdue): string | null {
    return mixedOrigin((asked.found() ?? []).map(({ origin }) => origin));
  }
}

function isAfter({ cents, schoolId }: FundedSchoolFacts, [afterCents, afterId]: readonly [number, string]): boolean {
  return cents < afterCents || (cents === afterCents && schoolId > afterId);
}

/** Nothing is read here: the gateway brings the tables with the reference. */
export function fundedOverdueReference(
  reference: FundedOverdue,
  { fundedOverdue }: Pick<IndicatorsContext, "fundedOverdue">,
): FundedOverdue {
  const { id, schoolIds, schoolNames, payments = null, tasks = null } = reference;
  const known = fundedOverdue.get(id);
  if (known !== undefined && known.payments === payments && known.tasks === tasks) return known;
  const asked = Object.assign(new FundedOverdue(), { id, schoolIds, schoolNames, payments, tasks });
  fundedOverdue.set(id, asked);
  return asked;
}
