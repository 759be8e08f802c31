import type { RegisterPlan } from "../plan/index.js";

/** Where a record comes from, as every table stores it (a type alias, so that rows of it are records). */
export type RowProvenance = {
  readonly origin: "DOCUMENT" | "OFFICIAL_LIST" | "SYNTHETIC";
  readonly document: string | null;
  readonly documentLine: number | null;
};

/** Made up to complete the picture. */
export const synthetic: RowProvenance = { origin: "SYNTHETIC", document: null, documentLine: null };

/** Names and codes of the official list of divisions (GB/T 2260, GB/T 10114). */
export const officialList: RowProvenance = { origin: "OFFICIAL_LIST", document: null, documentLine: null };

/** Stated on a line of the county's document; made up where the county has none or no line says it. */
export function onLine(plan: RegisterPlan, line: number | null): RowProvenance {
  if (plan.document === null || line === null) return synthetic;
  return { origin: "DOCUMENT", document: plan.document, documentLine: line };
}
