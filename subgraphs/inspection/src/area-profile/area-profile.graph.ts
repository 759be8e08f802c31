import type { Loaded } from "@hub/kit";
import type { FactTable } from "@hub/schema";
import { FactTableScalar, ForAll, Origin, Stage, columnSum } from "@hub/schema";
import { Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { InspectionContext } from "../context.js";

/** What inspection adds to an area in an academic year and stage; the schools subgraph owns the profile. */
@ObjectType()
@Directive('@key(fields: "areaCode year stage")')
export class AreaProfile {
  @Field(() => ID)
  areaCode!: string;

  @Field(() => Int)
  year!: number;

  @Field(() => Stage, { nullable: true })
  stage!: Stage | null;

  @Directive("@external")
  @Field(() => [ID])
  schoolIds!: string[];
}

const NEEDS_SCHOOLS = '@requires(fields: "schoolIds")';

@Resolver(() => AreaProfile)
export class AreaProfileResolver {
  @ForAll()
  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "Rectification tasks of the area's schools that are open at the end of the calendar year: found on or before 31 " +
      "December of `year` and not closed by then. What concerns a whole school counts in each of its stages. " +
      "年末未完成的整改任务数（当年12月31日及以前发现、当日尚未销号）。",
  })
  openRectifications(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: InspectionContext,
  ): Promise<Loaded<number | null>> {
    return loaders.areas.tasks.forAll(profiles, keyOf, (facts) => columnSum(facts, "openRectifications"));
  }

  @ForAll()
  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => Int, {
    nullable: true,
    description: "Those of the open tasks whose due date lies before 31 December of `year`. 其中逾期的整改任务数。",
  })
  overdueRectifications(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: InspectionContext,
  ): Promise<Loaded<number | null>> {
    return loaders.areas.tasks.forAll(profiles, keyOf, (facts) => columnSum(facts, "overdueRectifications"));
  }

  @ForAll()
  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => Int, {
    nullable: true,
    description: "Inspections of the area's schools in the calendar year. 当年（自然年）督导检查次数。",
  })
  inspections(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: InspectionContext,
  ): Promise<Loaded<number | null>> {
    return loaders.areas.facts.forAll(profiles, keyOf, (facts) => columnSum(facts, "inspections"));
  }

  @ForAll()
  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => Int, {
    nullable: true,
    description: "Findings at the area's schools in the calendar year. 当年（自然年）发现的问题数。",
  })
  findings(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: InspectionContext,
  ): Promise<Loaded<number | null>> {
    return loaders.areas.facts.forAll(profiles, keyOf, (facts) => columnSum(facts, "findings"));
  }

  @ForAll()
  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => Origin, {
    nullable: true,
    description:
      "Whether the inspection records are stated or made up; SYNTHETIC as soon as one is. 督导记录来源性质。",
  })
  inspectionOrigin(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: InspectionContext,
  ): Promise<Loaded<string | null>> {
    return loaders.areas.facts.forAll(profiles, keyOf, ({ origin }) => origin ?? null);
  }

  @ForAll()
  @Directive("@inaccessible")
  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => FactTableScalar, {
    nullable: true,
    description: "The inspection facts by school, for indicators.",
  })
  inspectionFacts(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: InspectionContext,
  ): Promise<Loaded<FactTable | null>> {
    return loaders.areas.facts.forAll(profiles, keyOf);
  }
}

const keyOf = (profile: AreaProfile) => profile;

/** Every key is a valid profile; the schools come with it when a field needs them. */
export function areaProfileReference({ areaCode, year, stage, schoolIds }: AreaProfile): AreaProfile {
  return Object.assign(new AreaProfile(), { areaCode, year, stage, schoolIds });
}
