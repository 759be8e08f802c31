import { Stage } from "../../enums/stage.enum.js";
import type { FactColumn, Indicator, Threshold } from "../indicator.js";
import type { Formula } from "../formula.js";
import { input, ratio } from "../formula.js";

const SOURCE = {
  en: "County assessment of universal, inclusive preschool education (Jiaodu 2020 No. 1).",
  zh: "《县域学前教育普及普惠督导评估办法》（教督〔2020〕1号）。",
};

const PERCENT = { en: "percent", zh: "%" };

function atLeast(value: number): readonly Threshold[] {
  return [{ stage: Stage.PRESCHOOL, level: "NATIONAL", comparison: "AT_LEAST", value, since: 2020, source: SOURCE }];
}

/** The rates are about kindergartens: they do not apply to another stage. */
function preschoolOnly(formula: Formula<FactColumn>): Indicator["formula"] {
  return (stage) => (stage === Stage.PRESCHOOL ? formula : null);
}

/** Children in kindergartens over the population aged three to five. */
export const preschoolGrossEnrolment: Indicator = {
  code: "XQPH-1",
  version: "2020",
  title: { en: "Gross enrolment in the three preschool years", zh: "学前三年毛入园率" },
  unit: PERCENT,
  formula: preschoolOnly(ratio(input("students"), input("population3to5"), { per: 100 })),
  thresholds: atLeast(85),
  source: SOURCE,
};

/** Children in public or recognised inclusive kindergartens over children in registered kindergartens. */
export const inclusiveCoverage: Indicator = {
  code: "XQPH-2",
  version: "2020",
  title: { en: "Coverage by inclusive kindergartens", zh: "普惠性幼儿园覆盖率" },
  unit: PERCENT,
  formula: preschoolOnly(ratio(input("inclusiveStudents"), input("registeredStudents"), { per: 100 })),
  thresholds: atLeast(80),
  source: SOURCE,
};

/** Children in public kindergartens over children in registered kindergartens. */
export const publicShare: Indicator = {
  code: "XQPH-3",
  version: "2020",
  title: { en: "Share of children in public kindergartens", zh: "公办园在园幼儿占比" },
  unit: PERCENT,
  formula: preschoolOnly(ratio(input("publicStudents"), input("registeredStudents"), { per: 100 })),
  thresholds: atLeast(50),
  source: SOURCE,
};
