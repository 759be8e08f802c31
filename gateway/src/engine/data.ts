/** An object of a response while the engine works on it. Only the engine's own objects are changed. */
export type Data = Record<string, unknown>;

/** Names every plain object seems to have: a client may use them as aliases, so they are read with care. */
const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Whether `key` may be read from a plain object without asking whether the object itself has it. */
export function isPlainKey(key: string): boolean {
  return !INHERITED.has(key);
}

export function isObject(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What the object itself holds under `key`. */
export function getOwn(object: Data, key: string): unknown {
  const value = object[key];
  // All that a plain object inherits are functions, which no data are, and its prototype.
  const inherited = typeof value === "function" || key === "__proto__";
  return inherited && !Object.hasOwn(object, key) ? undefined : value;
}

/** Writes `key`, also when it is called `__proto__`. */
export function setOwn(object: Data, key: string, value: unknown): void {
  if (key === "__proto__") {
    Object.defineProperty(object, key, { value, configurable: true, enumerable: true, writable: true });
  } else {
    object[key] = value;
  }
}

/** A copy of the objects and lists of an answer; leaf values that are objects of a class are shared. */
export function copyData<T>(value: T): T {
  if (Array.isArray(value)) {
    return value.map(copyData) as T;
  }
  if (!isObject(value)) {
    return value;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) {
    return value;
  }
  const copy: Data = {};
  for (const key of Object.keys(value)) {
    setOwn(copy, key, copyData(value[key]));
  }
  return copy as T;
}
