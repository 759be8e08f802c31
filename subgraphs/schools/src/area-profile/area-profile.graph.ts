import type { Loaded } from "@hub/kit";
import { FactTableScalar, ForAll, Origin, Stage, columnSum } from "@hub/schema";
import type { FactTable } from "@hub/schema";
import { Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { SchoolsContext } from "../context.js";

/** One area (division or authority) in one academic year and stage; other subgraphs add their facts to it. */
@ObjectType({
  description:
    "One area in one academic year and stage: a county, a township, or an education authority. Counts cover the schools " +
    "that belong to the area on the census date, 1 September. 区域年度概况：统计时点为9月1日。",
})
@Directive('@key(fields: "areaCode year stage")')
export class AreaProfile {
  @Field(() => ID, { description: "Division code or authority id. 区划代码或主管部门编号。" })
  areaCode!: string;

  @Field(() => Int, { description: "Calendar year in which the academic year begins. 学年起始年。" })
  year!: number;

  @Field(() => Stage, { nullable: true, description: "The stage; null means all stages. 学段，空为全部。" })
  stage!: Stage | null;
}

@Resolver(() => AreaProfile)
export class AreaProfileResolver {
  @ForAll()
  @FieldResolver(() => Int, { description: "Schools of the stage on the census date. 学校数。" })
  schools(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: SchoolsContext,
  ): Promise<Loaded<number | null>> {
    return loaders.areaFacts.forAll(profiles, keyOf, ({ schoolIds }) => schoolIds.length);
  }

  @ForAll()
  @FieldResolver(() => Int, {
    description: "Schools among them that filed the statistical return. 已报统计报表的学校数。",
  })
  schoolsReported(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: SchoolsContext,
  ): Promise<Loaded<number | null>> {
    return loaders.areaFacts.forAll(profiles, keyOf, reported);
  }

  @ForAll()
  @FieldResolver(() => Int, {
    nullable: true,
    description: "Students enrolled in the schools that filed a return; null when none did. 在校生数。",
  })
  students(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: SchoolsContext,
  ): Promise<Loaded<number | null>> {
    return loaders.areaFacts.forAll(profiles, keyOf, (facts) => columnSum(facts, "students"));
  }

  @ForAll()
  @FieldResolver(() => Int, {
    nullable: true,
    description: "Classes in the schools that filed a return; null when none did. 班级数。",
  })
  classes(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: SchoolsContext,
  ): Promise<Loaded<number | null>> {
    return loaders.areaFacts.forAll(profiles, keyOf, (facts) => columnSum(facts, "classes"));
  }

  @ForAll()
  @FieldResolver(() => Origin, {
    nullable: true,
    description: "Whether the returns are stated or made up; SYNTHETIC as soon as one is. 统计报表来源性质。",
  })
  enrolmentOrigin(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: SchoolsContext,
  ): Promise<Loaded<string | null>> {
    return loaders.areaFacts.forAll(profiles, keyOf, ({ origin }) => origin ?? null);
  }

  @ForAll()
  @Directive("@inaccessible")
  @FieldResolver(() => [ID], { description: "The area's schools, for the other subgraphs." })
  schoolIds(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: SchoolsContext,
  ): Promise<Loaded<readonly string[] | null>> {
    return loaders.areaFacts.forAll(profiles, keyOf, ({ schoolIds }) => schoolIds);
  }

  @ForAll()
  @Directive("@inaccessible")
  @FieldResolver(() => FactTableScalar, { description: "The register's facts by school, for indicators." })
  schoolFacts(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: SchoolsContext,
  ): Promise<Loaded<FactTable | null>> {
    return loaders.areaFacts.forAll(profiles, keyOf);
  }
}

const keyOf = (profile: AreaProfile) => profile;

function reported({ columns }: FactTable): number {
  return (columns["students"] ?? []).filter((students) => students !== null).length;
}

/** Every key is a valid profile: what was reported is answered field by field. */
export function areaProfileReference({ areaCode, year, stage }: AreaProfile): AreaProfile {
  return Object.assign(new AreaProfile(), { areaCode, year, stage });
}
