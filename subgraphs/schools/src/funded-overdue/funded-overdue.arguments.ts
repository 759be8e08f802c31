import { checkedYear } from "@hub/kit";
import type { FundedOverdueQuestion } from "@hub/schema";
import { DateScalar, FindingSeverity, Stage, badArgument } from "@hub/schema";
import { ArgsType, Field } from "type-graphql";
import { OverdueWhen } from "./funded-overdue.types.js";

const ECONOMIC_CLASSES = ["PERSONNEL", "PUBLIC_USE", "CAPITAL", "AID", "SUBSIDY"];

/** Subsidies, aid and project money: neither pay nor running costs. */
const GIVEN_FOR_A_PURPOSE = ["CAPITAL", "AID", "SUBSIDY"];

/** What a client may say about money and rectifications. */
@ArgsType()
export class FundedOverdueArguments {
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day on which rectifications are overdue; default today. 统计日，默认今日。",
  })
  on?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "First day of payment; default 1 January of the year of `paidTo`. 付款起始日，默认当年1月1日。",
  })
  paidFrom?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Last day of payment; default the day `on`. 付款截止日，默认统计日。",
  })
  paidTo?: string | null;

  @Field(() => Stage, {
    nullable: true,
    description:
      "Schools that teach the stage, money paid for it, findings about it or the whole school; null means all. " +
      "学段，空为全部。",
  })
  stage?: Stage | null;

  @Field(() => OverdueWhen, {
    nullable: true,
    description: "When a rectification must be overdue; default ON_DATE. 逾期判定时点，默认统计日。",
  })
  overdueWhen?: OverdueWhen | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Only money of these economic classes: PERSONNEL, PUBLIC_USE, CAPITAL, AID, SUBSIDY; default the last three, which " +
      "are project money and subsidies. 经济分类，默认项目资金与补助。",
  })
  economicClasses?: string[] | null;

  @Field(() => [String], { nullable: true, description: "Only these programmes. 仅限这些资金项目。" })
  programmes?: string[] | null;

  @Field(() => [FindingSeverity], {
    nullable: true,
    description: "Only findings as grave as one of these. 仅限这些严重程度的问题。",
  })
  severities?: FindingSeverity[] | null;
}

/** The question a client asks about an area, defaults filled in; BAD_USER_INPUT for an impossible one. */
export function askedQuestion(areaCode: string, asked: FundedOverdueArguments): FundedOverdueQuestion {
  const on = checkedDay("on", asked.on ?? new Date().toISOString().slice(0, 10));
  const paidTo = checkedDay("paidTo", asked.paidTo ?? on);
  const paidFrom = checkedDay("paidFrom", asked.paidFrom ?? `${paidTo.slice(0, 4)}-01-01`);
  if (paidFrom > paidTo) throw badArgument("paidFrom", paidFrom, `a day not after "paidTo", ${paidTo}`);
  const economicClasses = asked.economicClasses ?? GIVEN_FOR_A_PURPOSE;
  for (const economicClass of economicClasses) {
    if (!ECONOMIC_CLASSES.includes(economicClass))
      throw badArgument("economicClasses", economicClass, `one of ${ECONOMIC_CLASSES.join(", ")}`);
  }
  return {
    areaCode,
    stage: asked.stage ?? null,
    on,
    paidFrom,
    paidTo,
    when: asked.overdueWhen ?? OverdueWhen.ON_DATE,
    economicClasses,
    programmes: asked.programmes ?? null,
    severities: asked.severities ?? null,
  };
}

function checkedDay(argument: string, day: string): string {
  checkedYear(argument, Number(day.slice(0, 4)));
  return day;
}
