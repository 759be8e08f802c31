import { readFileSync } from "node:fs";
import type { OwnerName } from "@hub/schema";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { startHub } from "../kit/hub.js";

function rowsOf(file: string): number {
  const text = readFileSync(new URL(`../../prisma/seed-data/${file}`, import.meta.url));
  return (parse(text, { columns: true, bom: true }) as unknown[]).length;
}

async function count(owner: OwnerName, query: string): Promise<number> {
  const hub = await startHub({ data: "real" });
  const { rows } = await hub.databases[owner].pool.query<{ count: number }>(query);
  return Number(rows[0]?.count);
}

it("loads every row of the documents' tables with its document and line", async () => {
  const programmes = ["personnel", "funding", "inspection"] as const;
  const loaded = await Promise.all(programmes.map((owner) => count(owner, "select count(*) from programme")));

  expect(await count("schools", "select count(*) from source_document")).toBe(rowsOf("seeds.csv"));
  expect(await count("schools", "select count(*) from published_figure")).toBe(rowsOf("facts.csv"));
  expect(await count("schools", "select count(*) from school_statement")).toBe(rowsOf("named_schools.csv"));
  expect(await count("funding", "select count(*) from project where origin = 'DOCUMENT'")).toBe(rowsOf("projects.csv"));
  expect(loaded.reduce((sum, rows) => sum + rows, 0)).toBe(rowsOf("programmes.csv"));
});

it("keeps records that name a document apart from made-up ones", async () => {
  const tables: Readonly<Record<OwnerName, readonly string[]>> = {
    schools: ["school", "school_event", "school_return", "student_outcome", "enrolment_group"],
    personnel: ["person", "assignment", "training_attendance"],
    funding: ["project", "payment", "allocation", "procurement_line"],
    inspection: ["inspection", "finding", "rectification_task", "complaint", "inspection_activity"],
  };
  for (const [owner, names] of Object.entries(tables) as [OwnerName, readonly string[]][]) {
    for (const table of names) {
      const mixed = `select count(*) from ${table} where (origin = 'DOCUMENT') <> (document is not null and document_line is not null)`;
      expect(await count(owner, mixed), `${owner}.${table}`).toBe(0);
    }
  }
});
