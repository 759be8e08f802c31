import { isObject } from "./data.js";
import type { SubgraphError } from "./fault-log.js";

function isStep(step: unknown): boolean {
  return typeof step === "string" || (Number.isSafeInteger(step) && (step as number) >= 0);
}

function readError(error: unknown): SubgraphError {
  const { message, path, extensions } = isObject(error) ? error : {};
  const steps: readonly unknown[] = Array.isArray(path) ? path : [];
  const isPath = steps.length > 0 && steps.every(isStep);
  return {
    message: typeof message === "string" ? message : "",
    ...(isPath && { path: steps as (string | number)[] }),
    ...(isObject(extensions) && { extensions }),
  };
}

/** A subgraph's errors as the specification has them, whatever it sent: what is no path or no extensions is left out. */
export function readErrors(errors: unknown): readonly SubgraphError[] {
  return (Array.isArray(errors) ? errors : [errors]).map(readError);
}
