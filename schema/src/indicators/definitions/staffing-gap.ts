import { Stage } from "../../enums/stage.enum.js";
import type { Indicator } from "../indicator.js";
import { constant, difference, input, ratio } from "../formula.js";

/** Pupils one post of the establishment stands for, by stage. */
const PUPILS_PER_POST: Partial<Record<Stage, number>> = {
  [Stage.PRIMARY]: 19,
  [Stage.JUNIOR]: 13.5,
  [Stage.SENIOR_GENERAL]: 12.5,
};

/** Posts the norm gives for the pupils, less permanent staff: above zero are missing, below zero surplus. */
export const staffingGap: Indicator = {
  code: "STAFF-10",
  version: "2014",
  title: { en: "Posts short of the staffing norm", zh: "缺编数" },
  unit: { en: "posts", zh: "人" },
  formula: (stage) => {
    const pupils = stage === null ? undefined : PUPILS_PER_POST[stage];
    return pupils === undefined
      ? null
      : difference(ratio(input("students"), constant(pupils)), input("permanentStaff"));
  },
  thresholds: [],
  source: {
    en: "Staffing norm of 2014 (Zhongyang Bianban No. 72): one post for 19 primary, 13.5 junior, 12.5 senior pupils.",
    zh: "中央编办发〔2014〕72号:小学1:19、初中1:13.5、高中1:12.5。",
  },
};
