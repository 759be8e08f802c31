import { realBlueprints } from "./blueprints/index.js";
import { madeUpCounty } from "./made-up-county.js";
import { planBlueprint } from "./plan-county.js";
import type { RegisterPlan } from "./register-plan.js";

/** How many counties to plan, and the seed their random numbers start from. */
export interface CountiesOptions {
  readonly counties: number;
  readonly seed: string;
}

/** Plans counties one at a time, the five real ones first; the same options give the same plans. */
export function* planCounties({ counties, seed }: CountiesOptions): Generator<RegisterPlan> {
  for (let index = 0; index < counties; index += 1) {
    yield planBlueprint(realBlueprints[index] ?? madeUpCounty(index - realBlueprints.length + 1, seed), seed);
  }
}
