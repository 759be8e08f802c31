import type { Loaded } from "@hub/kit";
import { ForAll, Stage } from "@hub/schema";
import { Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { SchoolsContext } from "../context.js";
import type { StageCountRow } from "./school-profile.store.js";

/** One stage of one school in one year. */
@ObjectType({ description: "Classes and students of one stage. 分学段的班级与学生。" })
export class StageCount {
  @Field(() => Stage, { description: "The stage. 学段。" })
  stage!: Stage;

  @Field(() => Int, { description: "Students. 学生数。" })
  students!: number;

  @Field(() => Int, { description: "Classes. 班级数。" })
  classes!: number;

  @Field(() => Int, { description: "Students of the largest class. 最大班额。" })
  largestClass!: number;
}

/** One school in one academic year; other subgraphs add their facts to it. */
@ObjectType({
  description: "One school in one academic year, census date 1 September. 学校年度概况（9月1日统计时点）。",
})
@Directive('@key(fields: "schoolId year")')
export class SchoolProfile {
  @Field(() => ID, { description: "The school's id. 学校编号。" })
  schoolId!: string;

  @Field(() => Int, { description: "Calendar year in which the academic year begins. 学年起始年。" })
  year!: number;
}

@Resolver(() => SchoolProfile)
export class SchoolProfileResolver {
  @ForAll()
  @FieldResolver(() => Int, {
    nullable: true,
    description: "Students; null when the school filed no return. 在校生数，未报为空。",
  })
  students(
    @Root() profiles: readonly SchoolProfile[],
    @Ctx() { loaders }: SchoolsContext,
  ): Promise<Loaded<number | null>> {
    return loaders.schoolStages.forAll(profiles, keyOf, (stages) => total(stages, "students"));
  }

  @ForAll()
  @FieldResolver(() => Int, {
    nullable: true,
    description: "Classes; null when the school filed no return. 班级数，未报为空。",
  })
  classes(
    @Root() profiles: readonly SchoolProfile[],
    @Ctx() { loaders }: SchoolsContext,
  ): Promise<Loaded<number | null>> {
    return loaders.schoolStages.forAll(profiles, keyOf, (stages) => total(stages, "classes"));
  }

  @ForAll()
  @FieldResolver(() => [StageCount], {
    nullable: true,
    description: "Classes and students by stage; null when the school filed no return. 分学段数据，未报为空。",
  })
  stages(
    @Root() profiles: readonly SchoolProfile[],
    @Ctx() { loaders }: SchoolsContext,
  ): Promise<Loaded<readonly StageCountRow[] | null>> {
    return loaders.schoolStages.forAll(profiles, keyOf);
  }
}

const keyOf = (profile: SchoolProfile) => profile;

function total(stages: readonly StageCountRow[] | null, column: "students" | "classes"): number | null {
  return stages && stages.reduce((sum, stage) => sum + stage[column], 0);
}

/** Every key is a valid profile: what was reported is answered field by field. */
export function schoolProfileReference({ schoolId, year }: SchoolProfile): SchoolProfile {
  return Object.assign(new SchoolProfile(), { schoolId, year });
}
