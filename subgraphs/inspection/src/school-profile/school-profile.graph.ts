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

type SchoolTables = InspectionContext["loaders"]["schoolInspections"];

@Resolver(() => SchoolProfile)
export class SchoolProfileResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "Rectification tasks open at the end of the calendar year: found on or before 31 December of `year` and not closed " +
      "by then. 年末未完成的整改任务数。",
  })
  openRectifications(@Root() profile: SchoolProfile, @Ctx() context: InspectionContext): Promise<number | null> {
    return this.value(profile, context.loaders.schoolTasks, "openRectifications");
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "Those of the open tasks whose due date lies before 31 December of `year`. 其中逾期的整改任务数。",
  })
  overdueRectifications(@Root() profile: SchoolProfile, @Ctx() context: InspectionContext): Promise<number | null> {
    return this.value(profile, context.loaders.schoolTasks, "overdueRectifications");
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "Inspections in the calendar year. 当年(自然年)督导检查次数。",
  })
  inspections(@Root() profile: SchoolProfile, @Ctx() context: InspectionContext): Promise<number | null> {
    return this.value(profile, context.loaders.schoolInspections, "inspections");
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "Findings in the calendar year. 当年(自然年)发现的问题数。",
  })
  findings(@Root() profile: SchoolProfile, @Ctx() context: InspectionContext): Promise<number | null> {
    return this.value(profile, context.loaders.schoolInspections, "findings");
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "Severe findings among them. 其中严重问题数。",
  })
  severeFindings(@Root() profile: SchoolProfile, @Ctx() context: InspectionContext): Promise<number | null> {
    return this.value(profile, context.loaders.schoolInspections, "severeFindings");
  }

  private async value(profile: SchoolProfile, tables: SchoolTables, column: string): Promise<number | null> {
    return (await tables.load(profile)).columns[column]?.[0] ?? null;
  }
}

/** Every key is a valid profile: what was recorded is answered field by field. */
export function schoolProfileReference({ schoolId, year }: SchoolProfile): SchoolProfile {
  return Object.assign(new SchoolProfile(), { schoolId, year });
}
