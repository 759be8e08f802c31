import { checkedYear, halfWidth } from "@hub/kit";
import { CodeValue, DateScalar, HubError, Provenance, badArgument, provenanceOf } from "@hub/schema";
import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import { Authority } from "../authority/authority.graph.js";
import type { SchoolsContext } from "../context.js";
import { Township } from "../division/division.graph.js";
import { SchoolProfile } from "../school-profile/school-profile.graph.js";
import { schoolType } from "./school-type-codes.js";
import type {
  EventRow,
  IdentifierRow,
  MembershipRow,
  NameRow,
  StatementRow,
  SuccessionRow,
} from "./school-history.store.js";
import type { SchoolRow } from "./school.store.js";
import { School, SchoolEvent, SchoolIdentifier, SchoolName, SchoolStatement } from "./school.types.js";

/** The most codes one request may look up. */
const MAX_CODES = 1000;

@ObjectType({ description: "A school before or after another. 前身或后继学校。" })
export class SchoolSuccession {
  @Field(() => School, { nullable: true, description: "The other school. 另一所学校。" })
  school!: School | null;

  @Field(() => String, { description: "MERGED, SPLIT or RENAMED. 变更类型。" })
  kind!: string;

  @Field(() => DateScalar, { description: "The day it took effect. 生效日期。" })
  date!: string;
}

@Resolver(() => School)
export class SchoolResolver {
  @Query(() => School, {
    nullable: true,
    description:
      "A school by the hub's id, or by any code it bears or bore; null when unknown. 按编号或任一现用、曾用代码查学校。",
  })
  school(
    @Arg("id", () => ID, { nullable: true, description: "The hub's id. 枢纽编号。" }) id: string | null,
    @Arg("code", () => String, { nullable: true, description: "Any identifier. 任一标识码。" }) code: string | null,
    @Ctx() { loaders }: SchoolsContext,
  ): Promise<SchoolRow | null> {
    if ((id ?? null) !== null && (code ?? null) !== null)
      throw badArgument("code", code, 'either "id" or "code", not both');
    if (id) return loaders.school.load(id);
    if (code) return loaders.schoolByCode.load(halfWidth(code).toUpperCase());
    throw badArgument("id", id ?? undefined, 'an "id" or a "code"');
  }

  @Query(() => [School], {
    nullable: "items",
    description: `Schools by code, in the order asked, null where unknown; at most ${MAX_CODES}. 按代码批量查学校,保持顺序。`,
  })
  schoolsByCodes(
    @Arg("codes", () => [String], { description: "Any identifiers. 标识码。" }) codes: string[],
    @Ctx() { loaders }: SchoolsContext,
  ): Promise<readonly (SchoolRow | null)[]> {
    if (codes.length > MAX_CODES) {
      const message = `Argument "codes": found ${codes.length} codes; expected at most ${MAX_CODES}.`;
      throw new HubError("PAGE_LIMIT_EXCEEDED", message, { argument: "codes", found: codes.length, limit: MAX_CODES });
    }
    return Promise.all(codes.map((code) => loaders.schoolByCode.load(halfWidth(code).toUpperCase())));
  }

  @FieldResolver(() => CodeValue, { description: "Type of school, GB/T 33782. 办学类型。" })
  type(@Root() { typeCode }: SchoolRow): CodeValue {
    return schoolType(typeCode);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Ministry code valid today, else the last one. 现用(或最后)学校标识码。",
  })
  async code(@Root() { id }: School, @Ctx() { loaders }: SchoolsContext): Promise<string | null> {
    const codes = await loaders.history.codes.load(id);
    return (codes.find((row) => row.validTo === null) ?? codes.at(-1))?.value ?? null;
  }

  @FieldResolver(() => [SchoolIdentifier], { description: "All identifiers, old ones too. 全部标识码(含曾用)。" })
  identifiers(@Root() { id }: School, @Ctx() { loaders }: SchoolsContext): Promise<readonly IdentifierRow[]> {
    return loaders.history.identifiers.load(id);
  }

  @FieldResolver(() => [SchoolName], { description: "All names: official, former, alias. 全部名称。" })
  names(@Root() { id }: School, @Ctx() { loaders }: SchoolsContext): Promise<readonly NameRow[]> {
    return loaders.history.names.load(id);
  }

  @FieldResolver(() => Township, {
    nullable: true,
    description:
      "The township it lies in on a day (default today, or its last day); null when only the county is known. 某日所在乡镇。",
  })
  async township(
    @Root() school: SchoolRow,
    @Arg("on", () => DateScalar, { nullable: true, description: "The day. 日期。" }) on: string | null,
    @Ctx() { loaders }: SchoolsContext,
  ): Promise<object | null> {
    const link = membershipOn(await loaders.history.divisions.load(school.id), on);
    return link?.level === "TOWNSHIP" ? loaders.township.load(link.areaCode) : null;
  }

  @FieldResolver(() => Authority, {
    nullable: true,
    description: "The authority it answers to on a day. 某日的主管部门。",
  })
  async authority(
    @Root() school: SchoolRow,
    @Arg("on", () => DateScalar, { nullable: true, description: "The day. 日期。" }) on: string | null,
    @Ctx() { loaders }: SchoolsContext,
  ): Promise<object | null> {
    const link = membershipOn(await loaders.history.authorities.load(school.id), on);
    return link === undefined ? null : loaders.authority.load(link.areaCode);
  }

  @FieldResolver(() => School, { nullable: true, description: "The school a teaching point belongs to. 所属中心校。" })
  parent(@Root() { parentSchoolId }: SchoolRow, @Ctx() { loaders }: SchoolsContext): Promise<SchoolRow | null> {
    return parentSchoolId === null ? Promise.resolve(null) : loaders.school.load(parentSchoolId);
  }

  @FieldResolver(() => [SchoolSuccession], { description: "Schools that followed it. 后继学校。" })
  successors(@Root() { id }: School, @Ctx() context: SchoolsContext): Promise<readonly SchoolSuccession[]> {
    return successions(context.loaders.history.successors.load(id), context);
  }

  @FieldResolver(() => [SchoolSuccession], { description: "Schools it follows. 前身学校。" })
  predecessors(@Root() { id }: School, @Ctx() context: SchoolsContext): Promise<readonly SchoolSuccession[]> {
    return successions(context.loaders.history.predecessors.load(id), context);
  }

  @FieldResolver(() => [SchoolStatement], { description: "What the county's documents say of it. 文件表述。" })
  statements(@Root() { id }: School, @Ctx() { loaders }: SchoolsContext): Promise<readonly StatementRow[]> {
    return loaders.history.statements.load(id);
  }

  @FieldResolver(() => [SchoolEvent], {
    description: "Awards, certifications and the like, oldest first. 荣誉与认定等。",
  })
  events(@Root() { id }: School, @Ctx() { loaders }: SchoolsContext): Promise<readonly EventRow[]> {
    return loaders.history.events.load(id);
  }

  @FieldResolver(() => SchoolProfile, { description: "The school in one academic year. 年度概况。" })
  profile(
    @Root() { id }: School,
    @Arg("year", () => Int, { description: "First year of the academic year. 学年起始年。" }) year: number,
  ): SchoolProfile {
    return Object.assign(new SchoolProfile(), { schoolId: id, year: checkedYear("year", year) });
  }

  @FieldResolver(() => Provenance, { description: "Where the record comes from. 出处。" })
  provenance(@Root() school: SchoolRow): Provenance {
    return provenanceOf(school);
  }
}

/** The membership valid on a day; without a day the one in force now, else the last there was. */
function membershipOn(rows: readonly MembershipRow[], on: string | null | undefined): MembershipRow | undefined {
  if (on) return rows.find((row) => row.validFrom <= on && (row.validTo === null || row.validTo > on));
  return rows.find((row) => row.validTo === null) ?? rows.at(-1);
}

async function successions(
  rows: Promise<readonly SuccessionRow[]>,
  { loaders }: SchoolsContext,
): Promise<readonly SchoolSuccession[]> {
  return (await rows).map(({ otherId, kind, date }) =>
    Object.assign(new SchoolSuccession(), { school: loaders.school.load(otherId), kind, date }),
  );
}

export function schoolReference({ id }: School, { loaders }: SchoolsContext): Promise<SchoolRow | null> {
  return loaders.school.load(id);
}
