import type { Data } from "./data.js";

/** A place in the response, linked to the places above it, as the client and as the engine's data name it. */
export interface Position {
  readonly above: Position | undefined;
  /** Response key or index. */
  readonly step: string | number;
  /** Key in the engine's data; undefined for an index. */
  readonly key: string | undefined;
  /** The object the field belongs to; undefined for an index. */
  readonly owner: Data | undefined;
}

/** The path as the client reads it. */
export function responsePath(position: Position | undefined): readonly (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = position; at !== undefined; at = at.above) {
    path.push(at.step);
  }
  return path.reverse();
}

/** The fields from the root to here, indices left out: key in the data, and the object that has it. */
export function fieldsAbove(position: Position): readonly { readonly key: string; readonly owner: Data }[] {
  const fields: { key: string; owner: Data }[] = [];
  for (let at: Position | undefined = position; at !== undefined; at = at.above) {
    if (at.key !== undefined && at.owner !== undefined) {
      fields.push({ key: at.key, owner: at.owner });
    }
  }
  return fields.reverse();
}
