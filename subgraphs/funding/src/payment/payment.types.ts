import { DateScalar, DecimalScalar, Stage } from "@hub/schema";
import { Field, ID, Int, ObjectType } from "type-graphql";

/** A single payment: for the finance office, not for the public. It has no key, so nothing reaches it but the lists. */
@ObjectType({
  description: "A single payment; for the funding role, within the viewer's area. 单笔支付（限财务权限）。",
})
export class Payment {
  @Field(() => ID, { description: "Stable id. 编号。" })
  id!: string;

  @Field(() => String, { description: "Programme, for example RUNNING_COSTS, STUDENT_AID. 资金项目。" })
  programme!: string;

  @Field(() => String, { nullable: true, description: "What it was for within the programme. 用途。" })
  purpose!: string | null;

  @Field(() => String, { description: "PERSONNEL, PUBLIC_USE, CAPITAL, AID or SUBSIDY. 经济分类。" })
  economicClass!: string;

  @Field(() => String, { description: "Level the money came from. 来源层级。" })
  sourceLevel!: string;

  @Field(() => Stage, { nullable: true, description: "Stage; null for none in particular. 学段。" })
  stage!: Stage | null;

  @Field(() => DecimalScalar, { description: "Yuan. 金额（元）。" })
  amount!: string;

  @Field(() => DateScalar, { description: "Day of payment. 支付日期。" })
  paidOn!: string;

  @Field(() => Int, { nullable: true, description: "Person-times it reached. 人次。" })
  personTimes!: number | null;
}
