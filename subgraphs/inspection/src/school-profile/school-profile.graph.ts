import type { Loaded } from "@hub/kit";
import { ForAll, onlyValue } from "@hub/schema";
import { Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { InspectionContext } from "../context.js";

/** What inspection adds to one school in one academic year; the schools subgraph owns the profile. */
@ObjectType()
@Directive('@key(fields: "schoolId year")')
export class SchoolProfile {
  @Field(() => ID)
  schoolId!: string;

  @Field(() => Int)
  year!: number;
}

@Resolver(() => SchoolProfile)
export class SchoolProfileResolver {
  @ForAll()
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "Rectification tasks open at the end of the calendar year: found on or before 31 December of `year` and not closed " +
      "by then. 年末未完成的整改任务数。",
  })
  openRectifications(
    @Root() profiles: readonly SchoolProfile[],
    @Ctx() { loaders }: InspectionContext,
  ): Promise<Loaded<number | null>> {
    return loaders.schools.tasks.forAll(profiles, keyOf, (facts) => onlyValue(facts, "openRectifications"));
  }

  @ForAll()
  @FieldResolver(() => Int, {
    nullable: true,
    description: "Those of the open tasks whose due date lies before 31 December of `year`. 其中逾期的整改任务数。",
  })
  overdueRectifications(
    @Root() profiles: readonly SchoolProfile[],
    @Ctx() { loaders }: InspectionContext,
  ): Promise<Loaded<number | null>> {
    return loaders.schools.tasks.forAll(profiles, keyOf, (facts) => onlyValue(facts, "overdueRectifications"));
  }

  @ForAll()
  @FieldResolver(() => Int, {
    nullable: true,
    description: "Inspections in the calendar year. 当年（自然年）督导检查次数。",
  })
  inspections(
    @Root() profiles: readonly SchoolProfile[],
    @Ctx() { loaders }: InspectionContext,
  ): Promise<Loaded<number | null>> {
    return loaders.schools.inspections.forAll(profiles, keyOf, (facts) => onlyValue(facts, "inspections"));
  }

  @ForAll()
  @FieldResolver(() => Int, {
    nullable: true,
    description: "Findings in the calendar year. 当年（自然年）发现的问题数。",
  })
  findings(
    @Root() profiles: readonly SchoolProfile[],
    @Ctx() { loaders }: InspectionContext,
  ): Promise<Loaded<number | null>> {
    return loaders.schools.inspections.forAll(profiles, keyOf, (facts) => onlyValue(facts, "findings"));
  }

  @ForAll()
  @FieldResolver(() => Int, {
    nullable: true,
    description: "Severe findings among them. 其中严重问题数。",
  })
  severeFindings(
    @Root() profiles: readonly SchoolProfile[],
    @Ctx() { loaders }: InspectionContext,
  ): Promise<Loaded<number | null>> {
    return loaders.schools.inspections.forAll(profiles, keyOf, (facts) => onlyValue(facts, "severeFindings"));
  }
}

const keyOf = (profile: SchoolProfile) => profile;

/** Every key is a valid profile: what was recorded is answered field by field. */
export function schoolProfileReference({ schoolId, year }: SchoolProfile): SchoolProfile {
  return Object.assign(new SchoolProfile(), { schoolId, year });
}
