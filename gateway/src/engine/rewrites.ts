import type { FetchDataRewrite } from "@apollo/query-planner";
import { getOwn, isObject, setOwn, type Data } from "./data.js";
import type { TypeConditions } from "./type-conditions.js";

const FRAGMENT = "... on ";

/** A change of shape between what the planner asks a subgraph and what the supergraph calls it. */
export type Rewrite = (value: unknown) => void;

type PathElement = { readonly field: string } | { readonly type: string };

function parse(element: string): PathElement {
  return element.startsWith(FRAGMENT) ? { type: element.slice(FRAGMENT.length) } : { field: element };
}

function setter(key: string, value: unknown): (object: Data) => void {
  return (object) => setOwn(object, key, value);
}

function renamer(key: string, to: string): (object: Data) => void {
  return (object) => {
    const value = getOwn(object, key);
    if (value !== undefined) {
      setOwn(object, to, value);
      object[key] = undefined;
    }
  };
}

function applyAt(
  path: readonly PathElement[],
  from: number,
  value: unknown,
  types: TypeConditions,
  change: (object: Data) => void,
): void {
  if (Array.isArray(value)) {
    for (const item of value) {
      applyAt(path, from, item, types, change);
    }
    return;
  }
  if (!isObject(value)) {
    return;
  }
  const element = path[from];
  if (element === undefined) {
    change(value);
  } else if ("field" in element) {
    applyAt(path, from + 1, getOwn(value, element.field), types, change);
  } else if (value["__typename"] === undefined || types.applies(element.type, value["__typename"])) {
    applyAt(path, from + 1, value, types, change);
  }
}

/** Prepares a fetch's rewrites; undefined when there are none. */
export function compileRewrites(
  rewrites: readonly FetchDataRewrite[] | undefined,
  types: TypeConditions,
): Rewrite | undefined {
  if (rewrites === undefined || rewrites.length === 0) {
    return undefined;
  }
  const steps = rewrites.map((rewrite): Rewrite => {
    const path = rewrite.path.map(parse);
    const last = path.pop();
    if (last === undefined || !("field" in last)) {
      throw new TypeError(`Rewrite path: found ${rewrite.path.join(".")}; expected one that ends in a field.`);
    }
    const change =
      rewrite.kind === "ValueSetter"
        ? setter(last.field, rewrite.setValueTo)
        : renamer(last.field, rewrite.renameKeyTo);
    return (value) => applyAt(path, 0, value, types, change);
  });
  return (value) => {
    for (const step of steps) {
      step(value);
    }
  };
}
