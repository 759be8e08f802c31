import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/** A row of a seed file by column; a column of one's own naming that is missing reads as undefined, an empty one as "". */
export type SeedRow = Readonly<Record<string, string>>;

export type SeedFile = "seeds" | "facts" | "named_schools" | "projects" | "programmes" | "indicators";

const folder = new URL("../../seed-data/", import.meta.url);
const known = new Map<SeedFile, readonly SeedRow[]>();

/** Every row of a file of prisma/seed-data; read once. */
export function seedRows(file: SeedFile): readonly SeedRow[] {
  const rows = known.get(file) ?? (parse(readFileSync(new URL(`${file}.csv`, folder)), { columns: true }) as SeedRow[]);
  known.set(file, rows);
  return rows;
}

/** The rows about one county; a county that is only a guess counts by the guessed code. */
export function seedRowsOf(file: SeedFile, countyCode: string): readonly SeedRow[] {
  return seedRows(file).filter((row) => (row["county_code"] || row["county_code_candidate"]) === countyCode);
}
