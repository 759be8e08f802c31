import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { readQuestions } from "@hub/schema";
import { expect, it } from "vitest";
import { startHub } from "../kit/hub.js";

interface CheckedFigure {
  readonly id: string;
  readonly indicator: string;
  readonly value: string;
  readonly qualifier: string;
  readonly kind: string;
  readonly unit: string;
  readonly check: { verdict: string; rounded: string | null; reason: { en: string; zh: string } | null };
}

const COUNTIES = ["140426", "220503", "220622", "441523", "610526"];

/** Indicators of the documents that records can answer, as the catalogue of the figures has it. */
const computable = new Map(
  (
    parse(readFileSync(new URL("../../prisma/seed-data/indicators.csv", import.meta.url)), {
      columns: true,
      bom: true,
    }) as Record<string, string>[]
  ).map((row) => [row["indicator"], row["computable_from_microdata"]]),
);

/**
 * Exact, measured figures the records do not give, each for a reason about the figure and not about the hub.
 * Everything else must come out.
 */
const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {
  "000-inclusive_kindergarten_coverage-2020-kindergarten": "the document's own counts give 61.93",
  "000-inclusive_kindergarten_coverage-2020-kindergarten-r2": "the document's own counts give 61.93",
  "000-public_kindergarten_children_share-2020-kindergarten-public": "the document's own counts give 33.07",
  "002-townships-2022": "the official list holds eight towns and a development zone",
};

/** The figures that do not simply come out, as a page to read: those that differ and those nobody can compute. */
function figuresReport(figures: readonly CheckedFigure[]): string {
  const measured = figures.filter(({ kind }) => kind === "measured");
  const of = (verdict: string) => measured.filter(({ check }) => check.verdict === verdict);
  const counts = ["EQUAL", "ROUNDED", "CONSISTENT", "DIFFERS", "NOT_COMPUTABLE"].map(
    (verdict) => `| ${verdict} | ${of(verdict).length} |`,
  );
  return [
    "# Published figures against the records",
    "",
    "The measured figures of the five documents, as question 14 answers them. The other figures are targets, plans or norms.",
    "",
    "| verdict | figures |",
    "| --- | --- |",
    ...counts,
    "",
    "## Differ",
    "",
    "| figure | published | computed | why |",
    "| --- | --- | --- | --- |",
    ...of("DIFFERS").map(
      ({ id, value, check }) => `| ${id} | ${value} | ${check.rounded} | ${KNOWN_DIFFERENCES[id]} |`,
    ),
    "",
    "## Not computable",
    "",
    "| figure | published | why |",
    "| --- | --- | --- |",
    ...of("NOT_COMPUTABLE").map(({ id, value, unit, check }) => `| ${id} | ${value} ${unit} | ${check.reason?.en} |`),
    "",
  ].join("\n");
}

async function figuresOf(county: string): Promise<readonly CheckedFigure[]> {
  const hub = await startHub({ data: "real" });
  const question = (await readQuestions()).find(({ number }) => number === 14);
  const answer = await hub.query(question?.document ?? "", { county });
  return answer.county.publishedFigures;
}

it("shows the two shares of 靖宇县 2020 beside what its own counts give", async () => {
  const figures = await figuresOf("220622");
  const of = (indicator: string) => figures.filter((figure) => figure.indicator === indicator);

  // 793 of 2,398 children are in public kindergartens, 793 + 692 in public or inclusive ones.
  expect(of("public_kindergarten_children_share").filter(({ kind }) => kind === "measured")).toMatchObject([
    { value: "40.92", check: { verdict: "DIFFERS", rounded: "33.07" } },
  ]);
  expect(of("inclusive_kindergarten_coverage").filter(({ kind }) => kind === "measured")).toMatchObject([
    { value: "76.63", check: { verdict: "DIFFERS", rounded: "61.93" } },
    { value: "76.63", check: { verdict: "DIFFERS", rounded: "61.93" } },
  ]);
});

it.each(COUNTIES)("reproduces every computable figure of %s from records, or says why not", async (county) => {
  const figures = await figuresOf(county);
  const measured = figures.filter(({ kind }) => kind === "measured");
  const differing = measured.filter(({ check }) => check.verdict === "DIFFERS").map(({ id }) => id);

  expect(differing.filter((id) => !(id in KNOWN_DIFFERENCES))).toEqual([]);
  const notComputed = measured.filter(({ check }) => check.verdict === "NOT_COMPUTABLE");
  for (const { id, check } of notComputed) expect(check.reason?.zh, id).toBeTruthy();
});

it("computes every figure the catalogue calls computable; the report names the rest", async () => {
  const byCounty = await Promise.all(COUNTIES.map(figuresOf));
  const figures = byCounty.flat();
  const expected = figures.filter(({ kind, indicator }) => kind === "measured" && computable.get(indicator) === "yes");
  const missing = expected.filter(({ check }) => check.verdict === "NOT_COMPUTABLE");

  expect(missing.map(({ id }) => id)).toEqual([]);
  expect(expected.length).toBeGreaterThan(250);
  // Written anew with `vitest run --update` when rules or records change.
  await expect(figuresReport(figures)).toMatchFileSnapshot("../../prisma/seed-data/FIGURES.md");
});

it("loads every figure of the documents with its line", async () => {
  const figures = (await Promise.all(COUNTIES.map(figuresOf))).flat();

  expect(figures).toHaveLength(467);
});

it("answers all figures of a county with a number of database queries that does not grow with the figures", async () => {
  const hub = await startHub({ data: "real" });
  const cost = async (county: string) => {
    hub.resetCounts();
    await figuresOf(county);
    return hub.databaseQueries("personnel") + hub.databaseQueries("funding") + hub.databaseQueries("inspection");
  };

  // One query a measure at most: 22 figures need 4 of them, 243 figures 26.
  expect(await cost("610526")).toBeLessThan(10);
  expect(await cost("220622")).toBeLessThan(40);
});
