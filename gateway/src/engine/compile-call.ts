import { CallForms } from "./call-form.js";
import type { CompiledFetch } from "./compile-fetch.js";
import type { PlanPlaces } from "./plan-places.js";
import type { CompiledRequires } from "./representations.js";
import type { ScheduledCall } from "./schedule-calls.js";

/** A variable of a request, and what the client calls it. */
export interface UsedVariable {
  readonly name: string;
  readonly given: string;
}

/** A fetch at its place of the plan. */
export interface PlacedFetch {
  readonly fetch: CompiledFetch;
  /** Number of the place where its entities stand. */
  readonly place: number;
  /** Numbers of the places to which it may bring objects. */
  readonly brings: readonly number[];
}

/** Fetches at several places that ask the same: one list of representations, one list of answers. */
export interface EntityGroup {
  readonly first: CompiledFetch;
  readonly fetches: readonly PlacedFetch[];
  readonly requires: CompiledRequires;
  readonly variables: readonly UsedVariable[];
}

/** A call that asks for root fields. */
export interface RootCall extends PlacedFetch {
  readonly kind: "root";
  readonly subgraph: string;
  readonly variables: readonly UsedVariable[];
}

/** A call that asks about entities. */
export interface EntityCall {
  readonly kind: "entities";
  readonly subgraph: string;
  readonly groups: readonly EntityGroup[];
  readonly forms: CallForms;
}

/** One request to one subgraph, ready to be sent again and again with other values. */
export type CompiledCall = RootCall | EntityCall;

/** What a call must know of its plan. */
export interface CallContext {
  readonly places: PlanPlaces;
  /** The client's name of a variable. */
  readonly clientName: (name: string) => string;
}

/** Prepares one call of the schedule. */
export function compileCall({ subgraph, fetches }: ScheduledCall, { places, clientName }: CallContext): CompiledCall {
  const placed = (fetch: CompiledFetch): PlacedFetch => ({
    fetch,
    place: places.placeOf(fetch),
    brings: places.broughtBy(fetch),
  });
  const used = (fetch: CompiledFetch): UsedVariable[] =>
    fetch.variables.map((name) => ({ name, given: clientName(name) }));
  const [root] = fetches;
  if (root !== undefined && root.entities === undefined) {
    return { kind: "root", subgraph, ...placed(root), variables: used(root) };
  }
  const bySignature = Map.groupBy(fetches, (fetch) => fetch.signature);
  const groups = [...bySignature.values()].flatMap((members): EntityGroup[] => {
    const [first] = members;
    if (first?.entities === undefined) return [];
    return [{ first, fetches: members.map(placed), requires: first.entities, variables: used(first) }];
  });
  return { kind: "entities", subgraph, groups, forms: new CallForms(groups) };
}
