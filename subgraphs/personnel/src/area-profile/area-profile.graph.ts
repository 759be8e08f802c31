import type { Loaded } from "@hub/kit";
import type { FactTable } from "@hub/schema";
import { FactTableScalar, ForAll, Origin, Stage, columnSum } from "@hub/schema";
import { Ctx, Directive, Field, FieldResolver, Float, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { PersonnelContext } from "../context.js";
import { hundredths } from "./staff-table.js";

/** What personnel adds to an area in an academic year and stage; the schools subgraph owns the profile. */
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
      "Full-time teachers: people with the role of teacher who teach in the area's schools on 1 September, each counted " +
      "once; heads, carers and other staff are not among them. Null when no school filed a staff return. " +
      "专任教师数（9月1日在岗授课、按人计），无学校上报为空。",
  })
  teachers(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: PersonnelContext,
  ): Promise<Loaded<number | null>> {
    return loaders.staffFacts.forAll(profiles, keyOf, (facts) => columnSum(facts, "teachers"));
  }

  @ForAll()
  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => Float, {
    nullable: true,
    description:
      "The same teachers in full-time equivalents: part of a post counts as that part. Null when no school filed a staff " +
      "return. 专任教师折合全职数。",
  })
  teacherFte(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: PersonnelContext,
  ): Promise<Loaded<number | null>> {
    return loaders.staffFacts.forAll(profiles, keyOf, fullTimeEquivalents);
  }

  @ForAll()
  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "Permanent staff (established posts), counted where the post is, wherever they work. Null when no school filed a " +
      "staff return. 在编教职工数（按编制所在学校）。",
  })
  permanentStaff(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: PersonnelContext,
  ): Promise<Loaded<number | null>> {
    return loaders.staffFacts.forAll(profiles, keyOf, (facts) => columnSum(facts, "permanentStaff"));
  }

  @ForAll()
  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "All staff whose post is in the area, teachers or not, permanent or not. Null when no school filed a staff return. " +
      "教职工数（按岗位所在学校）。",
  })
  staff(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: PersonnelContext,
  ): Promise<Loaded<number | null>> {
    return loaders.staffFacts.forAll(profiles, keyOf, (facts) => columnSum(facts, "staff"));
  }

  @ForAll()
  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "Approved posts of the area's schools in the year, for all their stages. Null when no quota is known. 核定编制数。",
  })
  approvedPosts(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: PersonnelContext,
  ): Promise<Loaded<number | null>> {
    return loaders.staffFacts.forAll(profiles, keyOf, (facts) => columnSum(facts, "approvedPosts"));
  }

  @ForAll()
  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => Origin, {
    nullable: true,
    description: "Whether the staff returns are stated or made up; SYNTHETIC as soon as one is. 教职工报表来源性质。",
  })
  staffOrigin(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: PersonnelContext,
  ): Promise<Loaded<string | null>> {
    return loaders.staffFacts.forAll(profiles, keyOf, ({ origin }) => origin ?? null);
  }

  @ForAll()
  @Directive("@inaccessible")
  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => FactTableScalar, {
    nullable: true,
    description: "The staff facts by school, for indicators.",
  })
  staffFacts(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: PersonnelContext,
  ): Promise<Loaded<FactTable | null>> {
    return loaders.staffFacts.forAll(profiles, keyOf);
  }
}

const keyOf = (profile: AreaProfile) => profile;

function fullTimeEquivalents(facts: FactTable): number | null {
  const total = columnSum(facts, "teacherFte");
  return total === null ? null : hundredths(total);
}

/** Every key is a valid profile; the schools come with it when a field needs them. */
export function areaProfileReference({ areaCode, year, stage, schoolIds }: AreaProfile): AreaProfile {
  return Object.assign(new AreaProfile(), { areaCode, year, stage, schoolIds });
}
