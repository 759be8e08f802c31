import { copyData, isObject, type Data } from "./data.js";
import type { EntityGroup } from "./compile-call.js";
import type { Fault, SubgraphError } from "./fault-log.js";
import type { Waiting } from "./find-entities.js";
import { mergeInto } from "./merge-results.js";
import type { PlanRun } from "./plan-run.js";
import { faultOfError, invalidResponse } from "./subgraph-fault.js";

/** One group of a call with the entities found for it. */
export interface GroupRequest {
  readonly group: EntityGroup;
  readonly representations: readonly Data[];
  readonly waiting: readonly Waiting[];
}

/** Notes that none of a group's entities got anything. */
export function failGroup({ waiting }: GroupRequest, fault: Fault, run: PlanRun): void {
  for (const { fetch, entities } of waiting) {
    run.faults.absences.push({ fetch: fetch.fetch, entities: new Set(entities), fault });
  }
}

function entitiesAt({ entities, places }: Waiting, place: number): ReadonlySet<Data> {
  return new Set(entities.filter((_, index) => places[index] === place));
}

/** Notes the entities at one place of the answer that came back as nothing. */
function noteAbsent({ waiting }: GroupRequest, place: number, fault: Fault | undefined, run: PlanRun): void {
  for (const one of waiting) {
    const lost = entitiesAt(one, place);
    if (lost.size > 0) {
      run.faults.absences.push({ fetch: one.fetch.fetch, entities: lost, fault });
    }
  }
}

function noteErrors(
  { group, representations, waiting }: GroupRequest,
  errors: readonly SubgraphError[],
  run: PlanRun,
): ReadonlyMap<number, Fault> {
  const byPlace = new Map<number, Fault>();
  for (const error of errors) {
    const [place, ...path] = (error.path ?? []).slice(1);
    const fault = faultOfError(group.first.subgraph, error);
    if (typeof place !== "number" || place >= representations.length) {
      run.faults.general.push(fault);
      continue;
    }
    byPlace.set(place, byPlace.get(place) ?? fault);
    for (const one of waiting) {
      const under = entitiesAt(one, place);
      if (path.length > 0 && under.size > 0) {
        run.faults.reported.push({ fetch: one.fetch.fetch, under, path, fault });
      }
    }
  }
  return byPlace;
}

/** Readies what the answer holds to be merged, and notes what it does not hold. */
function readAnswer(
  request: GroupRequest,
  answer: readonly unknown[],
  faults: ReadonlyMap<number, Fault> | undefined,
  run: PlanRun,
): void {
  const { subgraph, rewriteResult } = request.group.first;
  for (let place = 0; place < answer.length; place++) {
    const received = answer[place];
    if (isObject(received)) {
      rewriteResult?.(received);
    } else {
      const fault =
        received === null ? faults?.get(place) : invalidResponse(subgraph, "an entity that is no object", "an object");
      noteAbsent(request, place, fault, run);
    }
  }
  for (const [place, fault] of faults ?? []) {
    // An entity that is there although an error names it: the error is still told.
    if (isObject(answer[place]) && !run.faults.reported.some((reported) => reported.fault === fault)) {
      run.faults.general.push(fault);
    }
  }
}

/** Gives each waiting entity what the answer holds at its place. */
export function mergeGroup(
  request: GroupRequest,
  answer: readonly unknown[],
  errors: readonly SubgraphError[],
  run: PlanRun,
): void {
  readAnswer(request, answer, errors.length === 0 ? undefined : noteErrors(request, errors, run), run);
  const { waiting } = request;
  let kept = true;
  for (let member = 0; member < waiting.length; member++) {
    const { entities, places } = waiting[member] as Waiting;
    // Other fetches may add to parts of an answer; what stands at two places of the plan must not be one object.
    const parts = member === 0 ? answer : answer.map(copyData);
    for (let index = 0; index < entities.length; index++) {
      const part = parts[places[index] as number];
      if (isObject(part)) {
        kept = mergeInto(entities[index] as Data, part, run.types) && kept;
      }
    }
  }
  if (!kept) {
    run.found.clear();
  }
  for (const { fetch } of waiting) {
    run.found.forget(fetch.brings);
  }
}
