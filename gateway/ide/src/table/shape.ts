/** A JSON value of an answer. */
export type Value = string | number | boolean | null | undefined | readonly Value[] | { readonly [key: string]: Value };

/** One field of an answer: its key, whether it holds a list, and what lies below it. */
export interface Shape {
  /** Response key: the alias, or else the field's name. */
  readonly key: string;
  readonly list: boolean;
  /** The values are numbers, as JSON numbers or as exact decimals in strings. */
  readonly numeric: boolean;
  /** The schema's description, or null when the schema is not known. */
  readonly description: string | null;
  /** Fields below; none for a leaf. */
  readonly fields: readonly Shape[];
}

/** Whether a value is an object, and not a list or null. */
export function isRecord(value: Value): value is { readonly [key: string]: Value } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
