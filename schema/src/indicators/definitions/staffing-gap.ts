import { Stage } from "../../enums/stage.enum.js";
import type { FactColumn, Indicator } from "../indicator.js";
import type { Formula } from "../formula.js";
import { constant, difference, input, ratio } from "../formula.js";

/** The gap where one post of the establishment stands for so many pupils. */
const gapAt = (pupils: number): Formula<FactColumn> =>
  difference(ratio(input("students"), constant(pupils)), input("permanentStaff"));

const FORMULAS: Partial<Record<Stage, Formula<FactColumn>>> = {
  [Stage.PRIMARY]: gapAt(19),
  [Stage.JUNIOR]: gapAt(13.5),
  [Stage.SENIOR_GENERAL]: gapAt(12.5),
};

/** Posts the norm gives for the pupils, less permanent staff: above zero are missing, below zero surplus. */
export const staffingGap: Indicator = {
  code: "STAFF-10",
  version: "2014",
  title: { en: "Posts short of the staffing norm", zh: "缺编数" },
  unit: { en: "posts", zh: "人" },
  formula: (stage) => (stage === null ? null : (FORMULAS[stage] ?? null)),
  thresholds: [],
  source: {
    en: "Staffing norm of 2014 (Zhongyang Bianban No. 72): one post for 19 primary, 13.5 junior, 12.5 senior pupils.",
    zh: "中央编办发〔2014〕72号：小学1:19、初中1:13.5、高中1:12.5。",
  },
};
