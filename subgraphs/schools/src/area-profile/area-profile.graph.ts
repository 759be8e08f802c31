import { FactTableScalar, Origin, Stage, columnSum } from "@hub/schema";
import type { FactTable } from "@hub/schema";
import { Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { SchoolsContext } from "../context.js";

/** One area (division or authority) in one academic year and stage; other subgraphs add their facts to it. */
@ObjectType({
  description:
    "One area in one academic year and stage: a county, a township, or an education authority. Counts cover the schools " +
    "that belong to the area on the census date, 1 September. 区域年度概况:统计时点为9月1日。",
})
@Directive('@key(fields: "areaCode year stage")')
export class AreaProfile {
  @Field(() => ID, { description: "Division code or authority id. 区划代码或主管部门编号。" })
  areaCode!: string;

  @Field(() => Int, { description: "Calendar year in which the academic year begins. 学年起始年。" })
  year!: number;

  @Field(() => Stage, { nullable: true, description: "The stage; null means all stages. 学段,空为全部。" })
  stage!: Stage | null;
}

@Resolver(() => AreaProfile)
export class AreaProfileResolver {
  @FieldResolver(() => Int, { description: "Schools of the stage on the census date. 学校数。" })
  async schools(@Root() profile: AreaProfile, @Ctx() { loaders }: SchoolsContext): Promise<number> {
    return (await loaders.areaFacts.load(profile)).schoolIds.length;
  }

  @FieldResolver(() => Int, {
    description: "Schools among them that filed the statistical return. 已报统计报表的学校数。",
  })
  async schoolsReported(@Root() profile: AreaProfile, @Ctx() { loaders }: SchoolsContext): Promise<number> {
    const { columns } = await loaders.areaFacts.load(profile);
    return (columns["students"] ?? []).filter((students) => students !== null).length;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "Students enrolled in the schools that filed a return; null when none did. 在校生数。",
  })
  students(@Root() profile: AreaProfile, @Ctx() context: SchoolsContext): Promise<number | null> {
    return this.total(profile, context, "students");
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "Classes in the schools that filed a return; null when none did. 班级数。",
  })
  classes(@Root() profile: AreaProfile, @Ctx() context: SchoolsContext): Promise<number | null> {
    return this.total(profile, context, "classes");
  }

  @FieldResolver(() => Origin, {
    nullable: true,
    description: "Whether the returns are stated or made up; SYNTHETIC as soon as one is. 统计报表来源性质。",
  })
  async enrolmentOrigin(@Root() profile: AreaProfile, @Ctx() { loaders }: SchoolsContext): Promise<string | null> {
    return (await loaders.areaFacts.load(profile)).origin ?? null;
  }

  @Directive("@inaccessible")
  @FieldResolver(() => [ID], { description: "The area's schools, for the other subgraphs." })
  async schoolIds(@Root() profile: AreaProfile, @Ctx() { loaders }: SchoolsContext): Promise<readonly string[]> {
    return (await loaders.areaFacts.load(profile)).schoolIds;
  }

  @Directive("@inaccessible")
  @FieldResolver(() => FactTableScalar, { description: "The register's facts by school, for indicators." })
  schoolFacts(@Root() profile: AreaProfile, @Ctx() { loaders }: SchoolsContext): Promise<FactTable> {
    return loaders.areaFacts.load(profile);
  }

  private async total(profile: AreaProfile, { loaders }: SchoolsContext, column: string): Promise<number | null> {
    return columnSum(await loaders.areaFacts.load(profile), column);
  }
}

/** Every key is a valid profile: what was reported is answered field by field. */
export function areaProfileReference({ areaCode, year, stage }: AreaProfile): AreaProfile {
  return Object.assign(new AreaProfile(), { areaCode, year, stage });
}
