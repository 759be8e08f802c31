import { getOwn, isObject, type Data } from "./data.js";

/** The objects at `path` below `value`, each as often as it stands there. */
export function collectEntities(value: unknown, path: readonly string[], into: Data[], from = 0): void {
  if (value === null || value === undefined) {
    return;
  }
  const element = path[from];
  if (element === undefined) {
    if (isObject(value)) {
      into.push(value);
    } else if (Array.isArray(value)) {
      value.forEach((item) => collectEntities(item, path, into, from));
    }
  } else if (element === "@") {
    if (Array.isArray(value)) {
      for (const item of value) {
        collectEntities(item, path, into, from + 1);
      }
    }
  } else if (Array.isArray(value)) {
    value.forEach((item) => collectEntities(item, path, into, from));
  } else if (isObject(value)) {
    collectEntities(getOwn(value, element), path, into, from + 1);
  }
}
