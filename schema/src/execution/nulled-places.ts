import { responsePathAsArray } from "graphql";
import type { Path } from "./path.js";
import type { Data } from "./selection.js";

type Holder = Record<string | number, unknown>;

/** The response with places made null, those that still are in it; null when all of it is. */
export function withoutNulled(data: Data, places: readonly (Path | undefined)[]): Data | null {
  if (places.includes(undefined)) return null;
  for (const place of places) {
    const keys = responsePathAsArray(place);
    const last = keys.pop()!;
    let holder: unknown = data;
    for (const key of keys) holder = (holder as Holder | null)?.[key];
    if (holder) (holder as Holder)[last] = null;
  }
  return data;
}
