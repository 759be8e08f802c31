import { getOwn, isObject, setOwn, type Data } from "./data.js";
import type { TypeConditions } from "./type-conditions.js";

function mergeLists(target: unknown[], source: readonly unknown[], types: TypeConditions): void {
  for (let index = 0; index < source.length; index++) {
    const present = target[index];
    const added = source[index];
    if (isObject(present) && isObject(added)) {
      mergeInto(present, added, types);
    } else if (Array.isArray(present) && Array.isArray(added) && present.length === added.length) {
      mergeLists(present, added, types);
    } else {
      target[index] = added;
    }
  }
}

/**
 * Adds the fields of `source` to `target`, in place and at every depth.
 *
 * What both have as objects, or as lists of one length, is merged; otherwise the source wins, but an object whose type is
 * known does not become an interface because a subgraph knows it only as one. Parts of the source become parts of the
 * target.
 */
export function mergeInto(target: Data, source: Data, types: TypeConditions): void {
  for (const key of Object.keys(source)) {
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
      mergeInto(present, added, types);
    } else if (Array.isArray(present) && Array.isArray(added) && present.length === added.length) {
      mergeLists(present, added, types);
    } else {
      setOwn(target, key, added);
    }
  }
}
