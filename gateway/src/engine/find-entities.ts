import type { CompiledFetch } from "./compile-fetch.js";
import type { PlacedFetch } from "./compile-call.js";
import type { Data } from "./data.js";
import type { PlanRun } from "./plan-run.js";
import { UNASKABLE, type RepresentationSet } from "./representation-set.js";
import { replaceEntity, visitEntities, type EntityVisitor, type Holder } from "./visit-entities.js";

/** The entities one fetch waits for, and at which place of the answer each is. */
export interface Waiting {
  readonly fetch: PlacedFetch;
  readonly entities: readonly Data[];
  readonly places: readonly number[];
}

/** Gathers one fetch's entities; equal bare ones become one object. */
class EntityFinder implements EntityVisitor {
  readonly entities: Data[] = [];
  readonly places: number[] = [];
  readonly unaskable: Data[] = [];
  readonly #representations: RepresentationSet;
  /** By place of the answer: the first entity there, and whether equal ones can give way to it. */
  readonly #first: (Data | undefined)[] = [];
  readonly #bare: boolean[] = [];
  replaced = false;

  constructor(representations: RepresentationSet) {
    this.#representations = representations;
  }

  /** Without a holder the entity stands at places nobody knows, and stays. */
  meet(entity: Data, holder?: Holder, slot: string | number = 0): void {
    const representations = this.#representations;
    const place = representations.place(entity);
    if (place === UNASKABLE) {
      this.unaskable.push(entity);
      return;
    }
    const first = this.#first[place];
    if (first === entity) {
      return;
    }
    if (first === undefined) {
      this.#first[place] = entity;
      this.#bare[place] = representations.isBare(entity);
    } else if (holder !== undefined && this.#bare[place] === true && representations.isBare(entity)) {
      replaceEntity(holder, slot, first);
      this.replaced = true;
      return;
    }
    this.entities.push(entity);
    this.places.push(place);
  }
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

/** Finds one fetch's entities in the data and the places of their representations. */
export function findEntities(placed: PlacedFetch, representations: RepresentationSet, run: PlanRun): Waiting {
  const { fetch, place } = placed;
  const finder = new EntityFinder(representations);
  const known = run.found.get(place);
  if (known === undefined) {
    visitEntities(run.root, fetch.path, finder);
  } else {
    for (const entity of known) finder.meet(entity);
  }
  if (finder.replaced) {
    run.shared[place] = true;
  }
  const { entities, places, unaskable } = finder;
  if (unaskable.length > 0) {
    noteUnaskable(fetch, unaskable, run);
  }
  run.found.set(place, unaskable.length === 0 ? entities : [...entities, ...unaskable]);
  return { fetch: placed, entities, places };
}
