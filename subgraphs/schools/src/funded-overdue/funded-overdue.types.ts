import { DateScalar } from "@hub/schema";
import { Directive, Field, ID, ObjectType, registerEnumType } from "type-graphql";

export enum OverdueWhen {
  ON_DATE = "ON_DATE",
  WHEN_PAID = "WHEN_PAID",
}

registerEnumType(OverdueWhen, {
  name: "OverdueWhen",
  description: "When a rectification must be overdue to count. 逾期判定时点。",
  valuesConfig: {
    ON_DATE: { description: "On the day `on`, whenever in the period the money was paid. 以统计日为准。" },
    WHEN_PAID: {
      description:
        "On the day of a payment; only payments made while a rectification was overdue count. 以付款当日为准，只计逾期期间的付款。",
    },
  },
});

/** Money and overdue rectifications of an area; funding and inspection add what they know, indicators the answer. */
@ObjectType({
  description:
    "Money paid to an area's schools in a period, set against their rectifications overdue at the same time. Covers the " +
    "schools of the area on the day `on`, and those closed in the period where they lay last. " +
    "区域内学校所获资金与逾期未整改问题的对照。",
})
@Directive('@key(fields: "id")')
export class FundedOverdue {
  @Field(() => ID, { description: "Names the area, days and conditions asked for. 查询条件编号。" })
  id!: string;

  @Field(() => ID, { description: "Division code or authority id. 区划代码或主管部门编号。" })
  areaCode!: string;

  @Field(() => DateScalar, { description: "The day on which rectifications are looked at. 统计日。" })
  on!: string;

  @Field(() => DateScalar, { description: "First day of payment. 付款起始日。" })
  paidFrom!: string;

  @Field(() => DateScalar, { description: "Last day of payment. 付款截止日。" })
  paidTo!: string;
}
