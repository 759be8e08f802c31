import { inputsOf } from "../indicators/formula.js";
import type { OwnerName } from "../subgraphs.js";
import type { FigureDimensions, FigureRule, FigureRules, MeasureQuery } from "./figure.js";
import { fundingRules } from "./funding.rules.js";
import { inspectionRules } from "./inspection.rules.js";
import { personnelRules } from "./personnel.rules.js";
import { schoolsRules } from "./schools.rules.js";

const rules: FigureRules = { ...schoolsRules, ...personnelRules, ...fundingRules, ...inspectionRules };

/** The rule of a figure. An indicator without one is not computable: no system behind the hub keeps its records. */
export function figureRule(figure: FigureDimensions): FigureRule {
  return (
    rules[figure.indicator]?.(figure) ?? {
      kind: "not-computable",
      reason: { en: "No system behind the hub keeps records of it.", zh: "枢纽所接系统均无此类记录。" },
    }
  );
}

/** The measures an owner has to take for a figure; empty when the figure needs none of its records. */
export function measuresOf(figure: FigureDimensions, owner: OwnerName): readonly MeasureQuery[] {
  const rule = figureRule(figure);
  return rule.kind === "computed" ? inputsOf(rule.formula).filter((query) => query.owner === owner) : [];
}
