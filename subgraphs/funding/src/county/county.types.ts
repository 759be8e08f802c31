import { StatedProgramme } from "@hub/kit";
import { DecimalScalar, Stage } from "@hub/schema";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";

/** A county as funding knows it; the schools subgraph owns it. */
@ObjectType()
@Directive('@key(fields: "code")')
export class County {
  @Field(() => ID)
  code!: string;
}

export function countyReference({ code }: County): County {
  return Object.assign(new County(), { code });
}

@ObjectType({
  description: "Money paid in a calendar year under one programme and purpose. 按项目汇总的支付（自然年）。",
})
export class PaymentTotal {
  @Field(() => Int, { description: "Calendar year of payment. 年份。" })
  year!: number;

  @Field(() => String, { description: "Programme, for example RUNNING_COSTS, STUDENT_AID. 资金项目。" })
  programme!: string;

  @Field(() => String, { nullable: true, description: "What it was for within the programme. 用途。" })
  purpose!: string | null;

  @Field(() => String, { description: "PERSONNEL, PUBLIC_USE, CAPITAL, AID or SUBSIDY. 经济分类。" })
  economicClass!: string;

  @Field(() => String, { description: "Level the money came from; SCHOOL is own funds. 来源层级。" })
  sourceLevel!: string;

  @Field(() => Stage, { nullable: true, description: "Stage; null for none in particular. 学段。" })
  stage!: Stage | null;

  @Field(() => DecimalScalar, { description: "Yuan. 金额（元）。" })
  amount!: string;

  @Field(() => Int, { description: "Payments. 笔数。" })
  payments!: number;

  @Field(() => Int, { description: "Schools paid, each once; 0 where the county office paid itself. 学校数。" })
  schools!: number;

  @Field(() => Int, { nullable: true, description: "Person-times reached; null where people were not counted. 人次。" })
  personTimes!: number | null;
}

@ObjectType({
  description: "Money allotted in a calendar year for one programme by one level. 按项目和层级汇总的拨款（自然年）。",
})
export class AllocationTotal {
  @Field(() => Int, { description: "Calendar year. 年份。" })
  year!: number;

  @Field(() => String, { description: "Programme, for example NUTRITION, EDUCATION_BUDGET. 资金项目。" })
  programme!: string;

  @Field(() => String, { description: "Level that allots it. 拨款层级。" })
  sourceLevel!: string;

  @Field(() => Stage, { nullable: true, description: "Stage; null for none in particular. 学段。" })
  stage!: Stage | null;

  @Field(() => DecimalScalar, { description: "Yuan. 金额（元）。" })
  amount!: string;

  @Field(() => Int, { nullable: true, description: "People it is for, each once; null where not counted. 受益人数。" })
  recipients!: number | null;

  @Field(() => Int, { description: "Schools it names; 0 where it is for the county. 学校数。" })
  schools!: number;
}

@ObjectType({
  description:
    "Projects of one programme, category and period. Only projects without parts are summed, so no yuan counts twice. " +
    "按项目类别汇总，只计无下级的项目，不重复计算。",
})
export class ProjectTotal {
  @Field(() => String, { nullable: true, description: "Programme, for example WEAK_SCHOOLS. 所属计划。" })
  programme!: string | null;

  @Field(() => String, { description: "Category, for example renovation. 类别。" })
  category!: string;

  @Field(() => String, { description: "Year or years. 时期。" })
  period!: string;

  @Field(() => String, { nullable: true, description: "actual or planned; null without an amount. 金额性质。" })
  amountKind!: string | null;

  @Field(() => Int, { description: "Projects. 项目数。" })
  projects!: number;

  @Field(() => DecimalScalar, { nullable: true, description: "Yuan; null when no amount is known. 金额（元）。" })
  amount!: string | null;
}

@ObjectType({ description: "An aid programme, as a county document states it. 文件所述资助项目。" })
export class FundingProgramme extends StatedProgramme {}
