import type { Formula } from "../indicators/formula.js";
import type { OwnerName } from "../subgraphs.js";

/** What a published figure is about: the part of it that decides which records answer it. */
export interface FigureDimensions {
  readonly countyCode: string;
  /** The published indicator, for example `kindergarten_children`. */
  readonly indicator: string;
  /** First and last calendar year of the figure; equal for a single year. */
  readonly yearFrom: number;
  readonly yearTo: number;
  /** The document's own word: all, kindergarten, primary, junior, nine_year, senior, vocational, special. */
  readonly statedStage: string;
  /** The document's own word: all, public, private, inclusive_private. */
  readonly statedOwnership: string;
}

/**
 * One count or sum an owner takes over its records, in the figure's county and years.
 *
 * `where` keeps the records whose dimension has one of the values; a dimension not named is not filtered.
 */
export interface MeasureQuery {
  readonly owner: OwnerName;
  readonly measure: string;
  readonly where?: Readonly<Record<string, readonly string[]>>;
  /** Other years than the figure's own, for example the census before it. */
  readonly years?: readonly [from: number, to: number];
}

/** How a published figure is computed from records, or why it cannot be. */
export type FigureRule =
  | {
      readonly kind: "computed";
      readonly formula: Formula<MeasureQuery>;
      /** Divides the computed value to reach the published unit: 10,000 for money in 万元 (CNY_10k). */
      readonly unitSize?: number;
    }
  | { readonly kind: "not-computable"; readonly reason: { readonly en: string; readonly zh: string } };

/** Finds the rule of a figure; rules are written per published indicator. */
export type FigureRules = Readonly<Record<string, (figure: FigureDimensions) => FigureRule>>;

/** A stable key of a measure query, the same for the owner that answers and the engine that asks. */
export function measureKey({ owner, measure, where = {}, years }: MeasureQuery): string {
  const filters = Object.keys(where)
    .sort()
    .map((dimension) => `${dimension}=${[...(where[dimension] ?? [])].sort().join("|")}`);
  return [`${owner}.${measure}`, ...filters, ...(years === undefined ? [] : [`years=${years.join("-")}`])].join(";");
}
