import type { OwnerName } from "@hub/schema";
import type pg from "pg";
import { expect, test } from "vitest";
import { createRandom } from "../generate/random.js";
import type { testDatabases } from "../testing/open-test-database.js";

/** Anything that runs statements. */
export type Run = Pick<pg.ClientBase, "query">;
/** A row as the database gives it. */
export type Row = Readonly<Record<string, unknown>>;
/** One of some items, at random. */
export type PickOne = <Item>(items: readonly Item[]) => Item;

/** A summary, the changes it must follow, and the same counted record by record. */
export interface Summary {
  readonly owner: OwnerName;
  readonly tables: readonly string[];
  readonly changes: (one: PickOne) => readonly (() => string)[];
  readonly kept: (run: Run) => Promise<unknown>;
  readonly counted: (run: Run) => Promise<unknown>;
}

export const STAGES = ["PRESCHOOL", "PRIMARY", "JUNIOR"];
export const SCHOOLS = ["A", "B", "C"];
export const YEARS = [2019, 2020];
export const ORIGINS = ["DOCUMENT", "SYNTHETIC"];
export const DAYS = ["2018-12-31", "2019-01-01", "2019-12-30", "2019-12-31", "2020-01-01", "2020-06-01", "2021-01-01"];

/** All rows of a statement. */
export const rowsOf = async (run: Run, text: string): Promise<Row[]> => (await run.query<Row>(text)).rows;
export const sum = (values: readonly number[]): number => values.reduce((one, other) => one + other, 0);
export const yearOf = (day: unknown): number => Number(String(day).slice(0, 4));

/** What a table of facts by school and year holds, in an order of its own. */
export const keptFacts = (table: string) => async (run: Run) =>
  (await rowsOf(run, `SELECT * FROM hub_summary.${table}`))
    .map(({ year, school_id, facts }) => [school_id, year, JSON.parse(String(facts))])
    .toSorted();

/** Tests that random changes, some rolled back, leave the summaries equal to the records after every transaction. */
export function testRandomChanges(
  databases: ReturnType<typeof testDatabases>,
  summaries: Readonly<Record<string, Summary>>,
): void {
  const series = Object.keys(summaries).flatMap((name) => [1, 2].map((seed) => [name, seed] as const));
  test.each(series)("random changes leave %s equal to the records, series %i", async (name, seed) => {
    const { owner, tables, changes, kept, counted } = summaries[name] as Summary;
    const client = await databases.open(owner).pool.connect();
    const { pick: one } = createRandom(`${name} ${seed}`);
    const texts = changes(one);
    let seen = 0;
    try {
      for (let step = 0; step < 80; step += 1) {
        await client.query("BEGIN");
        for (let change = 0; change < 3; change += 1) await client.query(one(texts)());
        await client.query(one(["COMMIT", "COMMIT", "ROLLBACK"]));
        const expected = await counted(client);
        expect(await kept(client)).toEqual(expected);
        seen = Math.max(seen, JSON.stringify(expected).length);
      }
      expect(seen).toBeGreaterThan(150);
      await client.query(`TRUNCATE ${one(tables)}`);
      expect(await kept(client)).toEqual(await counted(client));
      for (const table of tables) await client.query(`DELETE FROM ${table}`);
      expect(await kept(client)).toEqual(await counted(client));
    } finally {
      client.release();
    }
  });
}
