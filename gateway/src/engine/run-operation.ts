import type { EngineSchema } from "./engine-schema.js";
import { introspect } from "./introspection.js";
import { PlanRun, type RunInput } from "./plan-run.js";
import type { PreparedOperation, SelectedOperation } from "./prepare-operation.js";
import { runPlan } from "./run-plan.js";
import type { ShapeInput } from "./shape-response.js";

/** A client's operation, ready to run. */
export interface ReadyOperation {
  readonly selected: SelectedOperation;
  readonly prepared: PreparedOperation;
}

/** Runs an operation's plan; `done` is told what it brought, `broken` of faults of the engine's own. */
export function runOperation(
  { prepared }: ReadyOperation,
  input: RunInput,
  done: (run: PlanRun) => void,
  broken: (error: unknown) => void,
): void {
  const run = new PlanRun(input);
  runPlan(prepared.plan.calls, run, () => done(run), broken);
}

/** What the response of an operation that has run is shaped from. */
export function shapeInput(
  schema: EngineSchema,
  { selected, prepared }: ReadyOperation,
  { root, faults }: PlanRun,
  variables: Readonly<Record<string, unknown>>,
): ShapeInput {
  const { operation, fragments } = selected;
  return {
    root,
    faults,
    shape: prepared.shape,
    fetches: prepared.plan.fetches,
    types: schema.supergraphTypes,
    introspect: (field) => introspect(schema.apiSchema, operation, fragments.values(), variables, field),
  };
}
