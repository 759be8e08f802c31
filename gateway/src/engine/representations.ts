import type { QueryPlanSelectionNode } from "@apollo/query-planner";
import { getOwn, isObject, isPlainKey, setOwn, type Data } from "./data.js";
import type { FlatKeys } from "./equal-representations.js";
import { mergeInto } from "./merge-results.js";
import type { Rewrite } from "./rewrites.js";
import type { TypeConditions } from "./type-conditions.js";

interface Required {
  readonly fields: readonly { readonly key: string; readonly inner: Required | undefined }[];
  readonly fragments: readonly { readonly condition: string | undefined; readonly inner: Required }[];
}

/** What a fetch must tell its subgraph about an entity, prepared from the plan's `requires`. */
export interface CompiledRequires {
  /** Type names one of which an entity must have for the fetch to concern it. */
  readonly types: readonly string[];
  /** Reads it from an entity; null when something needed is not there. */
  readonly read: (entity: Data) => Data | null;
  /** For entities of one type: the keys, when all that is needed are fields of the entity itself. */
  readonly flatKeys: (typename: string) => FlatKeys | undefined;
  readonly rewrite: Rewrite | undefined;
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

/** The keys of the one fragment that concerns a type, when none of them leads deeper. */
function flatKeysOf(required: Required, typename: string, types: TypeConditions): FlatKeys | undefined {
  const concerned = required.fragments.filter(
    ({ condition }) => condition === undefined || types.applies(condition, typename),
  );
  const [only] = concerned;
  if (only === undefined || concerned.length > 1 || required.fields.length > 0 || only.inner.fragments.length > 0) {
    return undefined;
  }
  const { fields } = only.inner;
  const all = [...new Set(fields.map(({ key }) => key))];
  const flat = fields.every(({ key, inner }) => inner === undefined && isPlainKey(key));
  return flat && all.includes("__typename") ? { all, values: all.filter((key) => key !== "__typename") } : undefined;
}

/** Compiles a fetch's `requires`. */
export function compileRequires(
  requires: readonly QueryPlanSelectionNode[],
  rewrite: Rewrite | undefined,
  types: TypeConditions,
): CompiledRequires {
  const required = prepare(requires);
  const flat = new Map<string, FlatKeys | undefined>();
  return {
    rewrite,
    types: required.fragments.flatMap(({ condition }) => condition ?? []),
    read(entity) {
      const representation = readObject(entity, required, types);
      if (representation === null || typeof representation["__typename"] !== "string") {
        return null;
      }
      rewrite?.(representation);
      return representation;
    },
    flatKeys(typename) {
      if (flat.has(typename)) {
        return flat.get(typename);
      }
      const keys = types.knows(typename) ? flatKeysOf(required, typename, types) : undefined;
      if (types.knows(typename)) {
        flat.set(typename, keys);
      }
      return keys;
    },
  };
}
