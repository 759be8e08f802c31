import type { FactColumn, Indicator } from "../indicator.js";
import type { Formula } from "../formula.js";
import { input, ratio } from "../formula.js";

const FORMULA: Formula<FactColumn> = ratio(input("spending"), input("students"));

/** Money paid to schools in a calendar year, per student on the census within that year. */
export const spendingPerStudent: Indicator = {
  code: "FUND-17",
  version: "1",
  title: { en: "Spending per student", zh: "生均支出" },
  unit: { en: "yuan per student", zh: "元/生" },
  formula: () => FORMULA,
  thresholds: [],
  source: {
    en: "Payments to schools in the calendar year over students on 1 September of the same year.",
    zh: "自然年内拨付到校资金 ÷ 当年9月1日在校生数。",
  },
};
