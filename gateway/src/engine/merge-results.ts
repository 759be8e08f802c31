import { getOwn, isObject, setOwn, type Data } from "./data.js";
import type { TypeConditions } from "./type-conditions.js";

function mergeLists(target: unknown[], source: readonly unknown[], types: TypeConditions): boolean {
  let kept = true;
  for (let index = 0; index < source.length; index++) {
    const present = target[index];
    const added = source[index];
    if (isObject(present) && isObject(added)) {
      kept = mergeInto(present, added, types) && kept;
    } else if (Array.isArray(present) && Array.isArray(added) && present.length === added.length) {
      kept = mergeLists(present, added, types) && kept;
    } else {
      kept &&= typeof present !== "object" || present === null;
      target[index] = added;
    }
  }
  return kept;
}

/**
 * Adds the fields of `source` to `target`, in place and at every depth.
 *
 * What both have as objects, or as lists of one length, is merged; otherwise the source wins, but an object whose type is
 * known does not become an interface because a subgraph knows it only as one. Parts of the source become parts of the
 * target. Says whether the target kept all its objects and lists.
 */
export function mergeInto(target: Data, source: Data, types: TypeConditions): boolean {
  let kept = true;
  for (const key in source) {
    const added = source[key];
    if (added === undefined) {
      continue;
    }
    const present = getOwn(target, key);
    if (present === undefined || present === added) {
      setOwn(target, key, added);
    } else if (key === "__typename" && types.isInterface(added)) {
      continue;
    } else if (isObject(present) && isObject(added)) {
      kept = mergeInto(present, added, types) && kept;
    } else if (Array.isArray(present) && Array.isArray(added) && present.length === added.length) {
      kept = mergeLists(present, added, types) && kept;
    } else {
      kept &&= typeof present !== "object" || present === null;
      setOwn(target, key, added);
    }
  }
  return kept;
}
