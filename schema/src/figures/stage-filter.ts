import type { FigureDimensions, MeasureQuery } from "./figure.js";

/** Which records of a measure count, by dimension. */
export type Where = NonNullable<MeasureQuery["where"]>;

/** The records' stages behind a document's word for the stage; a word that names none is absent. */
const stagesByWord: Readonly<Record<string, readonly string[]>> = {
  kindergarten: ["PRESCHOOL"],
  primary: ["PRIMARY"],
  junior: ["JUNIOR"],
  nine_year: ["PRIMARY", "JUNIOR"],
  senior: ["SENIOR_GENERAL"],
  vocational: ["SENIOR_VOCATIONAL"],
  special: ["SPECIAL"],
};

/** Filters a measure by the stage a figure states; no filter for "all". */
export function ofStage({ statedStage }: FigureDimensions): Where {
  const stages = stagesByWord[statedStage];
  return stages === undefined ? {} : { stage: stages };
}
