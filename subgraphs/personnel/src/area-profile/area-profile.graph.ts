import type { FactTable } from "@hub/schema";
import { FactTableScalar, Origin, Stage, columnSum } from "@hub/schema";
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
  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "Full-time teachers: people with the role of teacher who teach in the area's schools on 1 September, each counted " +
      "once; heads, carers and other staff are not among them. Null when no school filed a staff return. " +
      "专任教师数(9月1日在岗授课、按人计),无学校上报为空。",
  })
  teachers(@Root() profile: AreaProfile, @Ctx() context: PersonnelContext): Promise<number | null> {
    return this.total(profile, context, "teachers");
  }

  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => Float, {
    nullable: true,
    description:
      "The same teachers in full-time equivalents: part of a post counts as that part. Null when no school filed a staff " +
      "return. 专任教师折合全职数。",
  })
  async teacherFte(@Root() profile: AreaProfile, @Ctx() context: PersonnelContext): Promise<number | null> {
    const total = await this.total(profile, context, "teacherFte");
    return total === null ? null : hundredths(total);
  }

  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "Permanent staff (established posts), counted where the post is, wherever they work. Null when no school filed a " +
      "staff return. 在编教职工数(按编制所在学校)。",
  })
  permanentStaff(@Root() profile: AreaProfile, @Ctx() context: PersonnelContext): Promise<number | null> {
    return this.total(profile, context, "permanentStaff");
  }

  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "All staff whose post is in the area, teachers or not, permanent or not. Null when no school filed a staff return. " +
      "教职工数(按岗位所在学校)。",
  })
  staff(@Root() profile: AreaProfile, @Ctx() context: PersonnelContext): Promise<number | null> {
    return this.total(profile, context, "staff");
  }

  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "Approved posts of the area's schools in the year, for all their stages. Null when no quota is known. 核定编制数。",
  })
  approvedPosts(@Root() profile: AreaProfile, @Ctx() context: PersonnelContext): Promise<number | null> {
    return this.total(profile, context, "approvedPosts");
  }

  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => Origin, {
    nullable: true,
    description: "Whether the staff returns are stated or made up; SYNTHETIC as soon as one is. 教职工报表来源性质。",
  })
  async staffOrigin(@Root() profile: AreaProfile, @Ctx() { loaders }: PersonnelContext): Promise<string | null> {
    return (await loaders.staffFacts.load(profile)).origin ?? null;
  }

  @Directive("@inaccessible")
  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => FactTableScalar, {
    nullable: true,
    description: "The staff facts by school, for indicators.",
  })
  staffFacts(@Root() profile: AreaProfile, @Ctx() { loaders }: PersonnelContext): Promise<FactTable> {
    return loaders.staffFacts.load(profile);
  }

  private async total(profile: AreaProfile, { loaders }: PersonnelContext, column: string): Promise<number | null> {
    return columnSum(await loaders.staffFacts.load(profile), column);
  }
}

/** Every key is a valid profile; the schools come with it when a field needs them. */
export function areaProfileReference({ areaCode, year, stage, schoolIds }: AreaProfile): AreaProfile {
  return Object.assign(new AreaProfile(), { areaCode, year, stage, schoolIds });
}
