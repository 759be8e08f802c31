import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OWNERS } from "@hub/schema";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { dataSet } from "../data-set.js";
import { loadedDataSet } from "../load/loaded-data-set.js";
import { generateOptions } from "./generate-options.js";
import { runGenerate } from "./run-generate.js";

test.each([
  [["--counties", "0"], "--counties: found 0; expected a whole number from 1 to 1000"],
  [["--counties", "1.5"], "--counties: found 1.5; expected a whole number"],
  [["--seed", "x"], "--counties: found nothing; expected a whole number"],
  [["--counties", "1", "--into", "http://localhost/"], "--into: found no such address; expected postgresql://"],
  [
    ["--counties", "1", "--into", "postgresql://a@b/", "--out", "c"],
    "--into and --out: found both; expected one of them or none",
  ],
  [["--county", "1"], "Unknown option '--county'"],
])("%j is refused by name", (args, message) => {
  expect(() => generateOptions(args)).toThrow(`generate: ${message}`);
});

test("a data set is named by its size, its seed and its content", () => {
  expect(dataSet().dataSet).toMatch(/^counties=5 seed=county-education-hub digest=[0-9a-f]{16}$/);
  expect(dataSet({ counties: 5 }).dataSet).toBe(dataSet().dataSet);
  expect(dataSet({ counties: 6 }).dataSet).not.toBe(dataSet().dataSet);
  expect(dataSet({ seed: "other" }).dataSet).not.toBe(dataSet().dataSet);
});

test("the same county comes out the same, as files", async () => {
  const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), "hub-records-")));
  try {
    for (const folder of folders) {
      const options = { counties: 1, seed: "s", target: { kind: "files", folder } } as const;
      await runGenerate(options, "", () => undefined);
    }
    const [first, second] = folders.map((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => `${entry.name}:${readFileSync(join(entry.parentPath, entry.name), "utf8")}`)
        .toSorted(),
    );
    expect(first?.length).toBeGreaterThan(20);
    expect(first).toEqual(second);
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true });
  }
});

test("a county loads into databases made for it, once", async () => {
  const admin = new pg.Client({ connectionString: inject("adminUrl") });
  await admin.connect();
  const prefix = `generated_${process.pid}_`;
  const urlPrefix = Object.assign(new URL(inject("adminUrl")), { pathname: `/${prefix}` }).href;
  const urls = { schools: "", personnel: "", funding: "", inspection: "" };
  for (const owner of OWNERS) urls[owner] = `${urlPrefix}${owner}`;
  const said: string[] = [];
  try {
    for (let run = 0; run < 2; run += 1) {
      await runGenerate({ counties: 1, seed: undefined, target: { kind: "databases", urlPrefix } }, "", (line) =>
        said.push(line),
      );
    }
    expect(said.at(-2)).toMatch(/^Loaded [\d,]+ rows: counties=1 /);
    expect(said.at(-1)).toMatch(/^Already loaded: counties=1 /);
    expect(await loadedDataSet(urls)).toEqual({ dataSet: dataSet({ counties: 1 }).dataSet, complete: true });
  } finally {
    for (const owner of OWNERS) await admin.query(`DROP DATABASE IF EXISTS ${prefix}${owner} WITH (FORCE)`);
    await admin.end();
  }
});
