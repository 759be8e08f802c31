import { connectionTypes } from "@hub/kit";
import { DateScalar, DecimalScalar, FindingSeverity, IndicatorStatus, Origin } from "@hub/schema";
import { Directive, Field, Float, ID, Int, ObjectType } from "type-graphql";
import { IndicatorCoverage, IndicatorInput } from "../indicator-value/indicator-value.graph.js";

/** A school by its id; the schools subgraph owns it. What lists show comes with their facts, so that nobody need ask. */
@ObjectType()
@Directive('@key(fields: "id", resolvable: false)')
export class School {
  @Field(() => ID)
  id!: string;

  @Directive("@external")
  @Field(() => String)
  name!: string;

  @Directive("@external")
  @Field(() => DateScalar, { nullable: true })
  closedOn!: string | null;
}

/** A task by its id; the inspection subgraph owns it. */
@ObjectType()
@Directive('@key(fields: "id", resolvable: false)')
export class RectificationTask {
  @Field(() => ID)
  id!: string;
}

@ObjectType({ description: "Money of one programme and purpose. 按项目和用途汇总的资金。" })
export class FundedProgramme {
  @Field(() => String, { description: "Programme, for example STUDENT_AID. 资金项目。" })
  programme!: string;

  @Field(() => String, { nullable: true, description: "Purpose within the programme; null for none. 用途。" })
  purpose!: string | null;

  @Field(() => String, { description: "PERSONNEL, PUBLIC_USE, CAPITAL, AID or SUBSIDY. 经济分类。" })
  economicClass!: string;

  @Field(() => DecimalScalar, { description: "Yuan paid. 金额（元）。" })
  amount!: string;

  @Field(() => Int, { description: "Number of payments. 笔数。" })
  payments!: number;

  @Field(() => DateScalar, { description: "Day of the last payment. 最近付款日期。" })
  lastPaidOn!: string;
}

@ObjectType({ description: "A rectification not done in time. 逾期未整改的任务。" })
export class OverdueTask {
  @Field(() => RectificationTask, { description: "The task. 整改任务。" })
  task!: RectificationTask;

  @Field(() => String, { description: "What was found. 问题内容。" })
  item!: string;

  @Field(() => FindingSeverity, { description: "How grave it is. 严重程度。" })
  severity!: FindingSeverity;

  @Field(() => DateScalar, { description: "The day it was found. 发现日期。" })
  foundOn!: string;

  @Field(() => DateScalar, { description: "The day it was due. 整改期限。" })
  dueOn!: string;

  @Field(() => Int, {
    description:
      "Days past the due date on the day `on`; with WHEN_PAID, on the last payment made while it was overdue. 逾期天数。",
  })
  daysOverdue!: number;
}

@ObjectType({
  description: "A school that received money while rectifications are overdue. 获得资金而整改逾期的学校。",
})
export class FundedOverdueSchool {
  @Directive('@provides(fields: "name closedOn")')
  @Field(() => School, { description: "The school. 学校。" })
  school!: School;

  @Field(() => DecimalScalar, { description: "Yuan it received under the conditions, above zero. 所获资金（元）。" })
  amount!: string;

  @Field(() => [FundedProgramme], { description: "The money by programme, most first. 按项目分列，金额由大到小。" })
  programmes!: readonly FundedProgramme[];

  @Field(() => Boolean, {
    description:
      "Whether its accounts of every calendar year of the period are closed; if not, it may have received more. " +
      "各年度决算是否已报，未报时金额可能不全。",
  })
  accountsFiled!: boolean;

  @Field(() => Int, { description: "Rectifications overdue. 逾期整改任务数。" })
  overdueTasks!: number;

  @Field(() => Int, { description: "Those of a severe finding. 其中严重问题数。" })
  severeTasks!: number;

  @Field(() => DateScalar, { description: "The earliest of their due dates. 最早的整改期限。" })
  earliestDueOn!: string;

  @Field(() => [OverdueTask], { description: "The rectifications, by due date. 逾期任务，按期限排序。" })
  tasks!: readonly OverdueTask[];

  @Field(() => Origin, {
    nullable: true,
    description: "SYNTHETIC as soon as one record behind the row is made up. 只要有一条记录为合成即为合成。",
  })
  origin!: Origin | null;
}

@ObjectType({
  description:
    "The listed schools as a share of the schools that received such money in the period. 名单学校占获得资金学校的比例。",
})
export class FundedOverdueShare {
  @Field(() => Float, { nullable: true, description: "The share, 0 to 1; null unless the status is OK. 比例。" })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: "Schools listed. 分子：名单学校数。" })
  numerator!: number | null;

  @Field(() => Float, { nullable: true, description: "Schools that received money. 分母：获得资金的学校数。" })
  denominator!: number | null;

  @Field(() => String, { description: "Unit of the value. 单位。" })
  unit!: string;

  @Field(() => IndicatorStatus, { description: "Why there is a value or not. 状态。" })
  status!: IndicatorStatus;

  @Field(() => [String], { description: "Inputs that were not reported. 缺少的输入。" })
  missing!: readonly string[];

  @Field(() => IndicatorCoverage, {
    description:
      "Schools whose money is known, and those without a payment or closed accounts, whose money is not. 覆盖情况。",
  })
  coverage!: IndicatorCoverage;

  @Field(() => [IndicatorInput], { description: "Inputs with source and date. 输入来源。" })
  inputs!: readonly IndicatorInput[];
}

const types = connectionTypes(FundedOverdueSchool, "FundedOverdueSchool");
export const FundedOverdueSchoolConnection = types.Connection;
export type FundedOverdueSchoolConnection = InstanceType<typeof FundedOverdueSchoolConnection>;
