import type { Loaded } from "@hub/kit";
import { ForAll, onlyValue } from "@hub/schema";
import { Ctx, Directive, Field, FieldResolver, Float, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { PersonnelContext } from "../context.js";
import type { SubjectCountRow } from "./subject-count.store.js";

@ObjectType({ description: "Teachers of one subject on 1 September. 分学科专任教师。" })
export class SubjectCount {
  @Field(() => String, { nullable: true, description: "The subject; null for teachers without one. 学科。" })
  subject!: string | null;

  @Field(() => Int, { description: "People who teach it. 任教人数。" })
  teachers!: number;

  @Field(() => Float, { description: "The same in full-time equivalents. 折合全职数。" })
  teacherFte!: number;

  @Field(() => Int, { description: "Those whose training fits the subject. 专业对口人数。" })
  qualified!: number;

  @Field(() => Int, { description: "Those whose training does not fit; the rest is unknown. 专业不对口人数。" })
  notQualified!: number;
}

/** What personnel adds to one school in one academic year; the schools subgraph owns the profile. */
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
      "Full-time teachers: people with the role of teacher who teach here on 1 September. Null when the school filed no " +
      "staff return. 专任教师数，未报为空。",
  })
  teachers(
    @Root() profiles: readonly SchoolProfile[],
    @Ctx() { loaders }: PersonnelContext,
  ): Promise<Loaded<number | null>> {
    return loaders.schoolStaff.forAll(profiles, keyOf, (facts) => onlyValue(facts, "teachers"));
  }

  @ForAll()
  @FieldResolver(() => Float, {
    nullable: true,
    description:
      "The same teachers in full-time equivalents. Null when the school filed no staff return. 专任教师折合全职数。",
  })
  teacherFte(
    @Root() profiles: readonly SchoolProfile[],
    @Ctx() { loaders }: PersonnelContext,
  ): Promise<Loaded<number | null>> {
    return loaders.schoolStaff.forAll(profiles, keyOf, (facts) => onlyValue(facts, "teacherFte"));
  }

  @ForAll()
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "Permanent staff whose post is here, wherever they work. Null when the school filed no staff return. 在编教职工数。",
  })
  permanentStaff(
    @Root() profiles: readonly SchoolProfile[],
    @Ctx() { loaders }: PersonnelContext,
  ): Promise<Loaded<number | null>> {
    return loaders.schoolStaff.forAll(profiles, keyOf, (facts) => onlyValue(facts, "permanentStaff"));
  }

  @ForAll()
  @FieldResolver(() => Int, {
    nullable: true,
    description: "All staff whose post is here. Null when the school filed no staff return. 教职工数。",
  })
  staff(
    @Root() profiles: readonly SchoolProfile[],
    @Ctx() { loaders }: PersonnelContext,
  ): Promise<Loaded<number | null>> {
    return loaders.schoolStaff.forAll(profiles, keyOf, (facts) => onlyValue(facts, "staff"));
  }

  @ForAll()
  @FieldResolver(() => Int, {
    nullable: true,
    description: "Approved posts of the year; null when no quota is known. 核定编制数。",
  })
  approvedPosts(
    @Root() profiles: readonly SchoolProfile[],
    @Ctx() { loaders }: PersonnelContext,
  ): Promise<Loaded<number | null>> {
    return loaders.schoolStaff.forAll(profiles, keyOf, (facts) => onlyValue(facts, "approvedPosts"));
  }

  @ForAll()
  @FieldResolver(() => [SubjectCount], {
    nullable: true,
    description:
      "Teachers by subject; who teaches two counts in both. Null when the school filed no staff return. 分学科教师。",
  })
  teachersBySubject(
    @Root() profiles: readonly SchoolProfile[],
    @Ctx() { loaders }: PersonnelContext,
  ): Promise<Loaded<readonly SubjectCountRow[] | null>> {
    return loaders.subjects.forAll(profiles, keyOf);
  }
}

const keyOf = (profile: SchoolProfile) => profile;

/** Every key is a valid profile: what was reported is answered field by field. */
export function schoolProfileReference({ schoolId, year }: SchoolProfile): SchoolProfile {
  return Object.assign(new SchoolProfile(), { schoolId, year });
}
