import { registerEnumType } from "type-graphql";

/** How grave a finding of an inspection is. */
export enum FindingSeverity {
  MINOR = "MINOR",
  MAJOR = "MAJOR",
  SEVERE = "SEVERE",
}

registerEnumType(FindingSeverity, {
  name: "FindingSeverity",
  description: "How grave a finding is. 问题严重程度。",
  valuesConfig: {
    MINOR: { description: "Minor. 一般。" },
    MAJOR: { description: "Major. 较重。" },
    SEVERE: { description: "Severe. 严重。" },
  },
});
