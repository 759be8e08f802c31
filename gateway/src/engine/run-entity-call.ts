import type { CallForm, PartNames } from "./call-form.js";
import type { EntityCall, EntityGroup } from "./compile-call.js";
import { isObject } from "./data.js";
import type { Fault, SubgraphError } from "./fault-log.js";
import { findEntities } from "./find-entities.js";
import { failGroup, mergeGroup, type GroupRequest } from "./merge-entities.js";
import type { Asker, OwnedResult, PlanRun } from "./plan-run.js";
import { RepresentationSet } from "./representation-set.js";
import { faultOfError, invalidResponse } from "./subgraph-fault.js";

const NO_ERRORS: readonly SubgraphError[] = [];

function prepareGroup(group: EntityGroup, run: PlanRun): GroupRequest {
  const set = new RepresentationSet(group.requires);
  const waiting = group.fetches.map((fetch) => findEntities(fetch, set, run));
  return { group, representations: set.values, waiting };
}

/** A request about entities under way. */
class EntityRequest implements Asker {
  readonly #call: EntityCall;
  readonly #requests: readonly GroupRequest[];
  readonly #form: CallForm;
  readonly #run: PlanRun;
  readonly ended: () => void;

  constructor(call: EntityCall, requests: readonly GroupRequest[], run: PlanRun, ended: () => void) {
    this.#call = call;
    this.#requests = requests;
    this.#form = call.forms.of(requests);
    this.#run = run;
    this.ended = ended;
  }

  get subgraph(): string {
    return this.#call.subgraph;
  }

  send(): void {
    const { query, operationName, parts } = this.#form;
    const variables: Record<string, unknown> = {};
    for (let part = 0; part < parts.length; part++) {
      const { group, representations } = this.#requests[part] as GroupRequest;
      this.#run.addVariables(variables, group.variables);
      variables[(parts[part] as PartNames).representations] = representations;
    }
    const kind = "query";
    this.#run.ask(
      operationName === undefined ? { query, variables, kind } : { query, variables, kind, operationName },
      this,
    );
  }

  receive({ data, errors = NO_ERRORS }: OwnedResult): boolean {
    if (!isObject(data) && this.#requests.length > 1) {
      this.#askEach();
      return false;
    }
    const { parts } = this.#form;
    for (let part = 0; part < parts.length; part++) {
      this.#receivePart(part, data?.[(parts[part] as PartNames).entities], errors);
    }
    if (isObject(data) && errors.length > 0) {
      const others = errors.filter(({ path }) => !parts.some(({ entities }) => entities === String(path?.[0])));
      this.#run.faults.general.push(...others.map((error) => faultOfError(this.subgraph, error)));
    }
    return true;
  }

  fail(fault: Fault): void {
    for (const request of this.#requests) failGroup(request, fault, this.#run);
  }

  #receivePart(part: number, answer: unknown, errors: readonly SubgraphError[]): void {
    const request = this.#requests[part] as GroupRequest;
    const name = (this.#form.parts[part] as PartNames).entities;
    const own = errors.length === 0 ? errors : errors.filter((error) => error.path?.[0] === name);
    if (Array.isArray(answer) && answer.length === request.representations.length) {
      mergeGroup(request, answer, own, this.#run);
      return;
    }
    const [error] = own.length > 0 ? own : errors;
    const fault =
      error === undefined
        ? invalidResponse(this.subgraph, "no list of entities", "one entity per representation")
        : faultOfError(this.subgraph, error);
    failGroup(request, fault, this.#run);
  }

  /** One part's error took the answers of the others with it: each is asked on its own. */
  #askEach(): void {
    let left = this.#requests.length;
    const ended = (): void => {
      left -= 1;
      if (left === 0) this.ended();
    };
    const askers = this.#requests.map((request) => new EntityRequest(this.#call, [request], this.#run, ended));
    for (const asker of askers) asker.send();
  }
}

/** Asks a subgraph about the entities its fetches find in the data, and merges the answers where they belong. */
export function runEntityCall(call: EntityCall, run: PlanRun, ended: () => void): void {
  const requests: GroupRequest[] = [];
  for (const group of call.groups) {
    const request = prepareGroup(group, run);
    if (request.representations.length > 0) requests.push(request);
  }
  if (requests.length === 0) ended();
  else new EntityRequest(call, requests, run, ended).send();
}
