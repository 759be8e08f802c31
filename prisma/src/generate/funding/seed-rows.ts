import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { RowProvenance } from "./rows.js";

/** A row of a seed file, by column name; empty text where the document says nothing. */
export type SeedRow = Readonly<Record<string, string>>;

const folder = new URL("../../../seed-data/", import.meta.url);
const known = new Map<string, readonly SeedRow[]>();

/** The rows of a seed file about one county, in the order of the file; an uncertain county counts by its candidate code. */
export function seedRows(file: "projects.csv" | "programmes.csv", countyCode: string): readonly SeedRow[] {
  const rows =
    known.get(file) ?? (parse(readFileSync(new URL(file, folder)), { columns: true, bom: true }) as SeedRow[]);
  known.set(file, rows);
  return rows.filter((row) => (row["county_code"] || row["county_code_candidate"]) === countyCode);
}

/** The text of a column; null where it is empty. */
export function textOf(row: SeedRow, column: string): string | null {
  return row[column] || null;
}

/** The document and line a seed row stands on. */
export function provenanceOfSeed(row: SeedRow): RowProvenance {
  return { origin: "DOCUMENT", document: textOf(row, "seed_file"), documentLine: Number(row["seed_line"]) };
}
