import { copyData, isObject, type Data } from "./data.js";
import { entitiesAlias, representationsName } from "./call-text.js";
import { collectEntities, knownEntities } from "./collect-entities.js";
import type { CompiledCall, EntityGroup } from "./compile-call.js";
import type { CompiledFetch } from "./compile-fetch.js";
import type { Fault, SubgraphError } from "./fault-log.js";
import { mergeInto } from "./merge-results.js";
import { RepresentationSet, UNASKABLE } from "./representation-set.js";
import { ownResult, type PlanRun } from "./plan-run.js";
import { faultOfError, faultOfFailure, invalidResponse } from "./subgraph-fault.js";

/** The entities one fetch waits for, and at which place of the answer each is. */
interface Waiting {
  readonly fetch: CompiledFetch;
  readonly entities: readonly Data[];
  readonly places: readonly number[];
}

/** One group of a call with the entities found for it. */
interface GroupRequest {
  readonly group: EntityGroup;
  readonly representations: readonly Data[];
  readonly waiting: readonly Waiting[];
}

/** An entity that cannot be asked about: when a fault upstream took what it needs, the fault is passed on. */
function noteUnaskable(fetch: CompiledFetch, unaskable: readonly Data[], run: PlanRun): void {
  if (run.faults.clean || fetch.entities === undefined) {
    return;
  }
  const { types } = fetch.entities;
  for (const entity of unaskable) {
    if (types.some((type) => run.types.applies(type, entity["__typename"]))) {
      const cause = run.faults.absences.find(
        (absence) => absence.fault !== undefined && (absence.entities === null || absence.entities.has(entity)),
      );
      run.faults.absences.push({ fetch, entities: new Set([entity]), fault: cause?.fault });
    }
  }
}

/** Finds one fetch's entities and the places of their representations; equal bare entities become one object. */
function findEntities(fetch: CompiledFetch, representations: RepresentationSet, run: PlanRun): Waiting {
  const found = run.found.get(fetch.pathKey);
  const positions = found === undefined ? collectEntities(run.root, fetch.path) : knownEntities(found);
  const entities: Data[] = [];
  const places: number[] = [];
  const unaskable: Data[] = [];
  const standIns: (Data | undefined)[] = [];
  const bare: boolean[] = [];
  for (let index = 0; index < positions.entities.length; index++) {
    const entity = positions.entities[index] as Data;
    const place = representations.place(entity);
    if (place === UNASKABLE) {
      unaskable.push(entity);
      continue;
    }
    const standIn = standIns[place];
    if (standIn === entity) {
      continue;
    }
    if (standIn === undefined) {
      standIns[place] = entity;
      bare[place] = representations.isBare(entity);
    } else if (found === undefined && bare[place] === true && representations.isBare(entity)) {
      positions.replace(index, standIn);
      continue;
    }
    entities.push(entity);
    places.push(place);
  }
  noteUnaskable(fetch, unaskable, run);
  run.found.set(fetch.pathKey, unaskable.length === 0 ? entities : [...entities, ...unaskable]);
  return { fetch, entities, places };
}

function prepareGroup(group: EntityGroup, run: PlanRun): GroupRequest {
  const representations = new RepresentationSet(group.requires);
  const waiting = group.fetches.map((fetch) => findEntities(fetch, representations, run));
  return { group, representations: representations.values, waiting };
}

function failGroup(request: GroupRequest, fault: Fault, run: PlanRun): void {
  for (const { fetch, entities } of request.waiting) {
    run.faults.absences.push({ fetch, entities: new Set(entities), fault });
  }
}

/** Notes the entities at one place of the answer that came back as nothing. */
function noteAbsent(request: GroupRequest, place: number, fault: Fault | undefined, run: PlanRun): void {
  for (const { fetch, entities, places } of request.waiting) {
    const lost = new Set(entities.filter((_, index) => places[index] === place));
    if (lost.size > 0) {
      run.faults.absences.push({ fetch, entities: lost, fault });
    }
  }
}

function noteErrors(request: GroupRequest, errors: readonly SubgraphError[], run: PlanRun): ReadonlyMap<number, Fault> {
  const byPlace = new Map<number, Fault>();
  for (const error of errors) {
    const [place, ...path] = (error.path ?? []).slice(1);
    const fault = faultOfError(request.group.fetches[0]?.subgraph ?? "", error);
    if (typeof place !== "number" || place >= request.representations.length) {
      run.faults.general.push(fault);
      continue;
    }
    byPlace.set(place, byPlace.get(place) ?? fault);
    for (const { fetch, entities, places } of request.waiting) {
      const under = new Set(entities.filter((_, index) => places[index] === place));
      if (path.length > 0 && under.size > 0) {
        run.faults.reported.push({ fetch, under, path, fault });
      }
    }
  }
  return byPlace;
}

/** Gives each waiting entity what the answer holds at its place. */
function mergeGroup(
  request: GroupRequest,
  answer: readonly unknown[],
  errors: readonly SubgraphError[],
  run: PlanRun,
): void {
  const faults = errors.length === 0 ? undefined : noteErrors(request, errors, run);
  const subgraph = request.group.fetches[0]?.subgraph ?? "";
  const rewrite = request.group.fetches[0]?.rewriteResult;
  for (const [place, received] of answer.entries()) {
    if (isObject(received)) {
      rewrite?.(received);
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
  let kept = true;
  for (const [member, { entities, places }] of request.waiting.entries()) {
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
  request.waiting.forEach(({ fetch }) => run.found.forget(fetch.brings));
}

function variablesFor(requests: readonly GroupRequest[], run: PlanRun): Record<string, unknown> {
  const variables: Record<string, unknown> = {};
  for (const [part, { group, representations }] of requests.entries()) {
    for (const name of group.variables) {
      const value = run.variable(name);
      if (value !== undefined) {
        variables[name] = value;
      }
    }
    variables[requests.length === 1 ? "representations" : representationsName(part)] = representations;
  }
  return variables;
}

async function send(call: CompiledCall, requests: readonly GroupRequest[], run: PlanRun): Promise<void> {
  const [only] = requests;
  const operationName = requests.length === 1 ? only?.group.fetches[0]?.operationName : undefined;
  const query = call.textFor(requests.map((request) => request.group));
  const answered = await run.ask(call.subgraph, {
    query,
    variables: variablesFor(requests, run),
    kind: "query",
    ...(operationName === undefined ? {} : { operationName }),
  });
  const result = ownResult(answered, run);
  const errors = result.errors ?? [];
  if (!isObject(result.data) && requests.length > 1) {
    // One part's error took the answers of the others with it: each is asked on its own.
    await Promise.all(requests.map((request) => sendSafely(call, [request], run)));
    return;
  }
  for (const [part, request] of requests.entries()) {
    const alias = requests.length === 1 ? "_entities" : entitiesAlias(part);
    const own = errors.filter((error) => error.path?.[0] === alias);
    const answer = result.data?.[alias];
    if (Array.isArray(answer) && answer.length === request.representations.length) {
      mergeGroup(request, answer, own, run);
    } else {
      const [error] = own.length > 0 ? own : errors;
      const fault =
        error === undefined
          ? invalidResponse(call.subgraph, "no list of entities", "one entity per representation")
          : faultOfError(call.subgraph, error);
      failGroup(request, fault, run);
    }
  }
  if (isObject(result.data)) {
    const aliases = requests.map((_, part) => (requests.length === 1 ? "_entities" : entitiesAlias(part)));
    const others = errors.filter((error) => !aliases.includes(String(error.path?.[0])));
    run.faults.general.push(...others.map((error) => faultOfError(call.subgraph, error)));
  }
}

async function sendSafely(call: CompiledCall, requests: readonly GroupRequest[], run: PlanRun): Promise<void> {
  try {
    await send(call, requests, run);
  } catch (error) {
    const fault = faultOfFailure(call.subgraph, error);
    requests.forEach((request) => failGroup(request, fault, run));
  }
}

/** Asks a subgraph about the entities its fetches find in the data, and merges the answers where they belong. */
export function runEntityCall(call: CompiledCall, run: PlanRun): Promise<void> | undefined {
  const requests = call.groups
    .map((group) => prepareGroup(group, run))
    .filter((request) => request.representations.length > 0);
  return requests.length === 0 ? undefined : sendSafely(call, requests, run);
}
