import { DateScalar, ForAll, Provenance, Stage, provenanceOf } from "@hub/schema";
import { checkedDivisionCode, checkedYear, type Loaded } from "@hub/kit";
import type { GraphQLResolveInfo } from "graphql";
import {
  Arg,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Info,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { AreaProfile } from "../area-profile/area-profile.graph.js";
import { Authority } from "../authority/authority.graph.js";
import type { AuthorityRow } from "../authority/authority.store.js";
import type { SchoolsContext } from "../context.js";
import { readAreaSchoolsAhead } from "../funded-overdue/read-ahead.js";
import { PublishedFigure } from "../published-figure/published-figure.graph.js";
import type { PublishedFigureRow } from "../published-figure/published-figure.store.js";
import type { DivisionRow } from "./division.store.js";

/** What every level of division has. */
@ObjectType()
abstract class Division {
  @Field(() => ID, { description: "Division code, GB/T 2260 and GB/T 10114. 行政区划代码。" })
  code!: string;

  @Field(() => String, { description: "Official name. 名称。" })
  name!: string;

  @Field(() => DateScalar, { description: "First day of validity. 生效日期。" })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "First day it is no longer valid; null while it is. 失效日期。",
  })
  validTo!: string | null;
}

@ObjectType({ description: "A county or district. 县（区）。" })
@Directive('@key(fields: "code")')
export class County extends Division {
  @Field(() => String, {
    nullable: true,
    description: "How the county of the documents is known: stated, inferred, link_line_only. 县名依据。",
  })
  basis!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "How sure it is that the documents speak of this county: certain, high_inferred, low. 县名可信度。",
  })
  confidence!: string | null;

  @Field(() => String, { nullable: true, description: "What makes the county less than certain. 说明。" })
  note!: string | null;
}

@ObjectType({ description: "A township, town or street. 乡镇（街道）。" })
@Directive('@key(fields: "code")')
export class Township extends Division {}

@Resolver(() => County)
export class CountyResolver {
  @Query(() => [County], { description: "The counties the hub knows, by code. 全部县区。" })
  counties(@Ctx() { stores }: SchoolsContext): Promise<readonly DivisionRow[]> {
    return stores.division.counties();
  }

  @Query(() => County, {
    nullable: true,
    description: "A county by its six-digit code; null when unknown. 按代码查县区。",
  })
  county(
    @Arg("code", () => ID, { description: "Six digits, GB/T 2260. 六位区划代码。" }) code: string,
    @Ctx() context: SchoolsContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<DivisionRow | null> {
    const countyCode = checkedDivisionCode("code", code, [6]);
    const county = context.loaders.county.load(countyCode);
    readAreaSchoolsAhead(info, countyCode, context);
    return county;
  }

  @ForAll()
  @FieldResolver(() => [Township], {
    description: "Townships valid on a day (default today), by code. 某日有效的乡镇，默认今日。",
  })
  townships(
    @Root() counties: readonly County[],
    @Arg("on", () => DateScalar, { nullable: true, description: "The day. 日期。" }) on: string | null,
    @Ctx() { loaders }: SchoolsContext,
  ): Promise<Loaded<readonly DivisionRow[] | null>> {
    const day = on ?? new Date().toISOString().slice(0, 10);
    return loaders.townships.forAll(counties, ({ code }) => ({ countyCode: code, on: day }));
  }

  @ForAll()
  @FieldResolver(() => [Authority], { description: "Education authorities seated in the county. 教育主管部门。" })
  authorities(
    @Root() counties: readonly County[],
    @Ctx() { loaders }: SchoolsContext,
  ): Promise<Loaded<readonly AuthorityRow[] | null>> {
    return loaders.authoritiesOfCounty.forAll(counties, ({ code }) => code);
  }

  @FieldResolver(() => AreaProfile, { description: "The county in one academic year and stage. 年度概况。" })
  profile(
    @Root() county: County,
    @Arg("year", () => Int, { description: "First year of the academic year. 学年起始年。" }) year: number,
    @Arg("stage", () => Stage, { nullable: true, description: "Null means all stages. 学段，空为全部。" })
    stage: Stage | null,
  ): AreaProfile {
    return areaProfile(county.code, year, stage);
  }

  @FieldResolver(() => [PublishedFigure], {
    description: "Figures the county's documents publish, in the documents' order. 公开文件中的数字。",
  })
  publishedFigures(
    @Root() county: County,
    @Arg("year", () => Int, { nullable: true, description: "Only figures of this year. 年份。" }) year: number | null,
    @Arg("indicators", () => [String], { nullable: true, description: "Only these indicators. 指标。" })
    indicators: string[] | null,
    @Ctx() { loaders }: SchoolsContext,
  ): Promise<readonly PublishedFigureRow[]> {
    return loaders.publishedFigures.load({
      countyCode: county.code,
      year: year ?? null,
      indicators: indicators ?? null,
    });
  }

  @FieldResolver(() => Provenance, { description: "Where the record comes from. 出处。" })
  provenance(@Root() county: DivisionRow): Provenance {
    return provenanceOf(county);
  }
}

@Resolver(() => Township)
export class TownshipResolver {
  @Query(() => Township, {
    nullable: true,
    description: "A township by its nine-digit code; null when unknown. 按代码查乡镇。",
  })
  township(
    @Arg("code", () => ID, { description: "Nine digits, GB/T 10114. 九位区划代码。" }) code: string,
    @Ctx() context: SchoolsContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<DivisionRow | null> {
    const townshipCode = checkedDivisionCode("code", code, [9]);
    const township = context.loaders.township.load(townshipCode);
    readAreaSchoolsAhead(info, townshipCode, context);
    return township;
  }

  @ForAll()
  @FieldResolver(() => County, { nullable: true, description: "The county it lies in. 所属县区。" })
  county(
    @Root() townships: readonly DivisionRow[],
    @Ctx() { loaders }: SchoolsContext,
  ): Promise<Loaded<DivisionRow | null>> {
    return loaders.county.forAll(townships, ({ countyCode }) => countyCode);
  }

  @FieldResolver(() => AreaProfile, { description: "The township in one academic year and stage. 年度概况。" })
  profile(
    @Root() township: Township,
    @Arg("year", () => Int, { description: "First year of the academic year. 学年起始年。" }) year: number,
    @Arg("stage", () => Stage, { nullable: true, description: "Null means all stages. 学段，空为全部。" })
    stage: Stage | null,
  ): AreaProfile {
    return areaProfile(township.code, year, stage);
  }

  @FieldResolver(() => Provenance, { description: "Where the record comes from. 出处。" })
  provenance(@Root() township: DivisionRow): Provenance {
    return provenanceOf(township);
  }
}

/** The profile of an area; BAD_USER_INPUT for an impossible year. */
export function areaProfile(areaCode: string, year: number, stage: Stage | null): AreaProfile {
  return Object.assign(new AreaProfile(), { areaCode, year: checkedYear("year", year), stage: stage ?? null });
}

export function countyReference({ code }: County, { loaders }: SchoolsContext): Promise<DivisionRow | null> {
  return loaders.county.load(code);
}

export function townshipReference({ code }: Township, { loaders }: SchoolsContext): Promise<DivisionRow | null> {
  return loaders.township.load(code);
}
