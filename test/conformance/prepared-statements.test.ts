import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const ROOT = new URL("../../", import.meta.url);

/** A statement's name as the stores write it: the owner, a point, and what it reads. */
const NAME = /["`]((?:schools|personnel|funding|inspection)\.[\w.$*{}]+)["`]/g;

test("no two prepared statements of a database have one name", () => {
  const stores = globSync("subgraphs/*/src/**/*.store.ts", { cwd: ROOT });
  const names = stores.flatMap((file) =>
    [...readFileSync(new URL(file, ROOT), "utf8").matchAll(NAME)].map(([, name]) => name),
  );
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
