import { readFileSync } from "node:fs";
import { globSync } from "node:fs";
import { expect, it } from "vitest";

const root = new URL("../../", import.meta.url).pathname;

/** Which workspaces the sources of each may import. A package not listed here imports none of the hub's own. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  schema: [],
  prisma: ["schema"],
  "gateway/plain-lane": ["schema"],
  "subgraphs/kit": ["schema", "prisma", "plain-lane"],
  "subgraphs/schools": ["schema", "kit", "prisma"],
  "subgraphs/personnel": ["schema", "kit", "prisma"],
  "subgraphs/funding": ["schema", "kit", "prisma"],
  "subgraphs/inspection": ["schema", "kit", "prisma"],
  "subgraphs/indicators": ["schema", "kit"],
  gateway: ["schema", "plain-lane", "kit", "indicators"],
  "gateway/ide": ["schema"],
  "gateway/embedded": [
    "schema",
    "kit",
    "prisma",
    "gateway",
    "schools",
    "personnel",
    "funding",
    "inspection",
    "indicators",
  ],
};

/** Inside an entity folder imports run one way: graph, loaders, store. */
const MAY_NOT_IMPORT: Readonly<Record<string, RegExp>> = {
  ".store.ts": /\.(loaders|graph)\.js"/,
  ".loaders.ts": /\.graph\.js"/,
};

const sources = Object.keys(MAY_IMPORT).flatMap((workspace) =>
  globSync(`${workspace}/src/**/*.{ts,tsx}`, { cwd: root })
    .filter((file) => !file.endsWith(".test.ts") && !file.includes("/generated/"))
    .map((file) => ({ workspace, file, text: readFileSync(root + file, "utf8") })),
);

/** The hub's own packages a source imports, types too. */
function hubImports(text: string): readonly string[] {
  return [...text.matchAll(/from "@hub\/([a-z-]+)/g)].map((match) => match[1] ?? "");
}

it("finds the sources it is about", () => {
  expect(sources.length).toBeGreaterThan(100);
});

it.each(Object.keys(MAY_IMPORT))("%s imports only what it may", (workspace) => {
  const allowed = MAY_IMPORT[workspace] ?? [];
  const strays = sources
    .filter((source) => source.workspace === workspace)
    .flatMap(({ file, text }) =>
      hubImports(text)
        .filter((name) => !allowed.includes(name))
        .map((name) => `${file} -> @hub/${name}`),
    );

  expect(strays).toEqual([]);
});

it("keeps imports of an entity folder running from graph to loaders to store", () => {
  const strays = sources.flatMap(({ file, text }) => {
    const rule = Object.entries(MAY_NOT_IMPORT).find(([suffix]) => file.endsWith(suffix))?.[1];
    const values = text.split("\n").filter((line) => line.includes('from "') && !line.startsWith("import type"));
    return rule === undefined ? [] : values.filter((line) => rule.test(line)).map((line) => `${file}: ${line}`);
  });

  expect(strays).toEqual([]);
});

it("reads the environment in environment files alone", () => {
  const strays = sources
    .filter(({ file, text }) => /process\.env[.[][^=;]*[,;)]/.test(text) && !/environment[^/]*\.ts$/.test(file))
    .map(({ file }) => file);

  expect(strays).toEqual([]);
});

it("gives every GraphQL type explicitly, as metadata is not emitted", () => {
  const strays = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/@(Field|Query|Mutation|FieldResolver|Arg)\((?!\s*(\(\)|"\w+",\s*\(\)))[^\n]*/g)].map(
      (match) => `${file}: ${match[0]}`,
    ),
  );

  expect(strays).toEqual([]);
});
