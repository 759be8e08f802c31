import type { QueryPlanSelectionNode } from "@apollo/query-planner";
import { getOwn, isObject, setOwn, type Data } from "./data.js";
import { mergeInto } from "./merge-results.js";
import type { Rewrite } from "./rewrites.js";
import type { TypeConditions } from "./type-conditions.js";

/** Reads from an entity what a subgraph needs to find it again; null when something needed is not there. */
export type RepresentationReader = (entity: Data) => Data | null;

interface Required {
  readonly fields: readonly { readonly key: string; readonly inner: Required | undefined }[];
  readonly fragments: readonly { readonly condition: string | undefined; readonly inner: Required }[];
}

function prepare(selections: readonly QueryPlanSelectionNode[]): Required {
  const fields = [];
  const fragments = [];
  for (const selection of selections) {
    if (selection.kind === "Field") {
      const inner = selection.selections === undefined ? undefined : prepare(selection.selections);
      fields.push({ key: selection.alias ?? selection.name, inner });
    } else {
      fragments.push({ condition: selection.typeCondition, inner: prepare(selection.selections) });
    }
  }
  return { fields, fragments };
}

function readValue(value: unknown, required: Required, types: TypeConditions): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => readValue(item, required, types));
  }
  return isObject(value) ? readObject(value, required, types) : null;
}

function readObject(source: Data, required: Required, types: TypeConditions): Data | null {
  const result: Data = {};
  for (const { key, inner } of required.fields) {
    const value = getOwn(source, key);
    if (value === undefined) {
      return null;
    }
    setOwn(result, key, inner === undefined ? value : readValue(value, inner, types));
  }
  for (const { condition, inner } of required.fragments) {
    if (condition === undefined || types.applies(condition, source["__typename"])) {
      const part = readObject(source, inner, types);
      if (part !== null) {
        mergeInto(result, part, types);
      }
    }
  }
  return result;
}

/** Compiles a fetch's `requires`. */
export function compileRequires(
  requires: readonly QueryPlanSelectionNode[],
  rewrite: Rewrite | undefined,
  types: TypeConditions,
): RepresentationReader {
  const required = prepare(requires);
  return (entity) => {
    const representation = readObject(entity, required, types);
    if (representation === null || typeof representation["__typename"] !== "string") {
      return null;
    }
    rewrite?.(representation);
    return representation;
  };
}

/** The type names an entity must have one of for a fetch to concern it. */
export function requiredTypes(requires: readonly QueryPlanSelectionNode[]): readonly string[] {
  return requires.flatMap((selection) =>
    selection.kind === "InlineFragment" && selection.typeCondition !== undefined ? [selection.typeCondition] : [],
  );
}

/** Representations of one call, equal ones once. */
export class RepresentationSet {
  readonly values: Data[] = [];
  readonly #places = new Map<string, number>();

  /** Where an equal representation stands in `values`, adding it when there is none. */
  place(representation: Data): number {
    const key = JSON.stringify(representation);
    const known = this.#places.get(key);
    if (known !== undefined) {
      return known;
    }
    const place = this.values.push(representation) - 1;
    this.#places.set(key, place);
    return place;
  }
}
