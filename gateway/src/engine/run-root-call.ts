import type { RootCall } from "./compile-call.js";
import { isObject } from "./data.js";
import type { Fault } from "./fault-log.js";
import { mergeInto } from "./merge-results.js";
import type { Asker, OwnedResult, PlanRun } from "./plan-run.js";
import { faultOfError, invalidResponse } from "./subgraph-fault.js";

/** A request for root fields under way. */
class RootRequest implements Asker {
  readonly #call: RootCall;
  readonly #run: PlanRun;
  readonly ended: () => void;

  constructor(call: RootCall, run: PlanRun, ended: () => void) {
    this.#call = call;
    this.#run = run;
    this.ended = ended;
  }

  get subgraph(): string {
    return this.#call.subgraph;
  }

  receive({ data, errors = [] }: OwnedResult): boolean {
    const { subgraph, fetch, brings } = this.#call;
    const { faults, found, root, types } = this.#run;
    for (const error of errors) {
      const fault = faultOfError(subgraph, error);
      if (error.path !== undefined && error.path.length > 0) {
        faults.reported.push({ fetch, under: null, path: error.path, fault });
      } else if (isObject(data)) {
        faults.general.push(fault);
      }
    }
    if (!isObject(data)) {
      const [first] = errors;
      this.fail(
        first === undefined ? invalidResponse(subgraph, "no data", "data or an error") : faultOfError(subgraph, first),
      );
      return true;
    }
    fetch.rewriteResult?.(data);
    if (!mergeInto(root, data, types)) {
      found.clear();
    }
    found.forget(brings);
    return true;
  }

  fail(fault: Fault): void {
    this.#run.faults.absences.push({ fetch: this.#call.fetch, entities: null, fault });
  }
}

/** Asks a subgraph for root fields and merges them into the data. */
export function runRootCall(call: RootCall, run: PlanRun, ended: () => void): void {
  const { fetch } = call;
  const variables: Record<string, unknown> = {};
  run.addVariables(variables, call.variables);
  const request = { query: fetch.text, variables, kind: fetch.kind };
  const { operationName } = fetch;
  run.ask(operationName === undefined ? request : { ...request, operationName }, new RootRequest(call, run, ended));
}
