import { BoundedMap } from "@hub/schema";

/** What an answer may be sent as, the one preferred by the hub first. */
const TYPES = ["application/json", "application/graphql-response+json"] as const;

const ENTRY = /^\s*([\w+.-]+\/[\w+.-]+|\*\/\*|application\/\*)\s*(?:;\s*q=(0(?:\.\d+)?|1(?:\.0+)?)\s*)?$/i;

/** How well a type meets an `accept` header: weight, how closely it is named, place in the header. */
type Rank = readonly [weight: number, closeness: number, place: number];

const chosen = new BoundedMap<string, string | null>(500);

/** The media type to answer in, as Apollo Server chooses it; null when that takes more thought than is given here. */
export function mediaTypeOf(accept: string | undefined): string | null {
  if (accept === undefined) return full(TYPES[0]);
  const known = chosen.get(accept);
  if (known !== undefined) return known;
  const choice = choose(accept);
  if (accept.length <= 200) chosen.set(accept, choice);
  return choice;
}

function full(type: string): string {
  return `${type}; charset=utf-8`;
}

function choose(accept: string): string | null {
  const entries = accept.split(",").map((entry) => ENTRY.exec(entry));
  const ranked: { readonly type: string; readonly rank: Rank }[] = [];
  for (const type of TYPES) {
    let best: Rank | null = null;
    for (const [place, entry] of entries.entries()) {
      if (entry === null) return null;
      const closeness = closenessOf((entry[1] ?? "").toLowerCase(), type);
      const rank: Rank = [Number(entry[2] ?? 1), closeness, -place];
      // The closest entry speaks for a type, whatever another gives it.
      if (closeness >= 0 && (best === null || closeness > best[1])) best = rank;
    }
    if (best !== null && best[0] > 0) ranked.push({ type, rank: best });
  }
  ranked.sort((left, right) => compare(right.rank, left.rank));
  return ranked[0] === undefined ? null : full(ranked[0].type);
}

function closenessOf(entry: string, type: string): number {
  if (entry === type) return 2;
  return entry === "application/*" ? 1 : entry === "*/*" ? 0 : -1;
}

function compare(left: Rank, right: Rank): number {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}
