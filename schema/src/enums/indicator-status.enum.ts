import { registerEnumType } from "type-graphql";

/** Why an indicator has a value or not. Missing is never zero. */
export enum IndicatorStatus {
  OK = "OK",
  MISSING_INPUT = "MISSING_INPUT",
  ZERO_DENOMINATOR = "ZERO_DENOMINATOR",
  NOT_APPLICABLE = "NOT_APPLICABLE",
}

registerEnumType(IndicatorStatus, {
  name: "IndicatorStatus",
  description: "Why an indicator has a value or not. 指标状态。",
  valuesConfig: {
    OK: { description: "The value stands. 有值。" },
    MISSING_INPUT: { description: "An input was not reported; `missing` names it. 缺少输入数据。" },
    ZERO_DENOMINATOR: { description: "The denominator is zero. 分母为零。" },
    NOT_APPLICABLE: { description: "There is no school the indicator is about. 无适用学校。" },
  },
});
