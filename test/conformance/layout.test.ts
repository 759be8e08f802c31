import { existsSync, readdirSync } from "node:fs";
import { SUBGRAPHS } from "@hub/schema";
import { expect, it } from "vitest";

const root = new URL("../../", import.meta.url).pathname;

/** Files that stand beside the entity folders of a subgraph; nothing else does. */
const SUBGRAPH_FILES = ["context.ts", "environment.ts", "main.ts", "subgraph.ts"];

/** Folders that are not one entity each. */
const SPECIAL_FOLDERS = ["measure"];

/** What may stand at the top beside dotfiles: the fixed names and what tools insist on. */
const TOP = [
  "LICENSE",
  "README.md",
  "gateway",
  "package-lock.json",
  "package.json",
  "prisma",
  "schema",
  "subgraphs",
  "test",
  "tsconfig.json",
  "turbo.json",
];

it("keeps the top of the tree to its fixed names", () => {
  const found = readdirSync(root).filter((name) => !name.startsWith(".") && name !== "node_modules");

  expect(found.sort()).toEqual(TOP.sort());
});

it.each(SUBGRAPHS.map(({ name }) => name))("%s has the one shape of a subgraph", (name) => {
  const folder = `${root}subgraphs/${name}/src`;
  const entries = readdirSync(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);

  expect(files.sort()).toEqual(SUBGRAPH_FILES);
  for (const entity of folders.filter((entry) => !SPECIAL_FOLDERS.includes(entry))) {
    const inside = readdirSync(`${folder}/${entity}`);
    const graphs = inside.filter(
      (file) => file.endsWith(".graph.ts") || file.endsWith(".type.ts") || file.endsWith(".types.ts"),
    );
    expect.soft(graphs, `${name}/${entity}`).not.toEqual([]);
    if (inside.some((file) => file.endsWith(".loaders.ts"))) {
      const stores = inside.filter((file) => file.endsWith(".store.ts"));
      expect.soft(stores, `${name}/${entity}`).not.toEqual([]);
    }
  }
});

it("gives every owner a database of its own with model and migrations", () => {
  for (const { name, database } of SUBGRAPHS) {
    expect(existsSync(`${root}prisma/${name}/schema.prisma`), name).toBe(database);
    expect(existsSync(`${root}prisma/${name}/migrations`), name).toBe(database);
  }
});
