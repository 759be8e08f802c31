import type { CompiledCall } from "./compile-call.js";
import type { CompiledFetch } from "./compile-fetch.js";
import { isObject } from "./data.js";
import { mergeInto } from "./merge-results.js";
import { ownResult, type PlanRun } from "./plan-run.js";
import { faultOfError, faultOfFailure, invalidResponse } from "./subgraph-fault.js";

async function send(call: CompiledCall, fetch: CompiledFetch, run: PlanRun): Promise<void> {
  const variables: Record<string, unknown> = {};
  for (const name of fetch.variables) {
    const value = run.variable(name);
    if (value !== undefined) {
      variables[name] = value;
    }
  }
  const answer = await run.ask(call.subgraph, {
    query: fetch.text,
    variables,
    kind: fetch.kind,
    ...(fetch.operationName === undefined ? {} : { operationName: fetch.operationName }),
  });
  const result = ownResult(answer, run);
  const errors = result.errors ?? [];
  for (const error of errors) {
    const fault = faultOfError(call.subgraph, error);
    if (error.path !== undefined && error.path.length > 0) {
      run.faults.reported.push({ fetch, under: null, path: error.path, fault });
    } else if (isObject(result.data)) {
      run.faults.general.push(fault);
    }
  }
  if (isObject(result.data)) {
    fetch.rewriteResult?.(result.data);
    if (!mergeInto(run.root, result.data, run.types)) {
      run.found.clear();
    }
    run.found.forget(fetch.brings);
    return;
  }
  const fault =
    errors[0] === undefined
      ? invalidResponse(call.subgraph, "no data", "data or an error")
      : faultOfError(call.subgraph, errors[0]);
  run.faults.absences.push({ fetch, entities: null, fault });
}

/** Asks a subgraph for root fields and merges them into the data. */
export async function runRootCall(call: CompiledCall, fetch: CompiledFetch, run: PlanRun): Promise<void> {
  try {
    await send(call, fetch, run);
  } catch (error) {
    run.faults.absences.push({ fetch, entities: null, fault: faultOfFailure(call.subgraph, error) });
  }
}
