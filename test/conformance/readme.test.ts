import { readFileSync } from "node:fs";
import { errorCatalogue } from "@hub/schema";
import { expect, it } from "vitest";
import { startHub } from "../kit/hub.js";

const root = new URL("../../", import.meta.url).pathname;
const readme = readFileSync(`${root}README.md`, "utf8");

/** The first block of a language after a heading. */
function block(language: string, heading: string): string {
  const after = readme.slice(readme.indexOf(heading));
  return after.match(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``))?.[1] ?? "";
}

it("shows the answer its operation really has", async () => {
  const hub = await startHub({ data: "real" });
  const operation = block("graphql", "## Ask it");

  const { county } = await hub.query(operation, { county: "220622", year: 2020, stage: "PRIMARY" });

  expect(county.townships).toHaveLength(8);
  expect(county.townships[1]).toEqual(JSON.parse(block("json", "## Ask it")));
});

it("tells every error code as the catalogue does", () => {
  for (const [code, { http, retryable, en, zh }] of Object.entries(errorCatalogue)) {
    const cells = [`\`${code}\``, String(http), retryable ? "yes" : "no", en, zh];
    const row = readme.split("\n").find((line) => line.startsWith(`| \`${code}\``)) ?? "";
    expect(
      row
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
      code,
    ).toEqual(cells);
  }
});

it("tells every variable of .env.example, and every script of package.json that is a user's", () => {
  const variables = [...readFileSync(`${root}.env.example`, "utf8").matchAll(/^# ([A-Z][A-Z0-9_]+)=/gm)].map(
    ([, name]) => name,
  );
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { scripts: Record<string, string> };
  const inside = ["lint", "format", "format:check"];
  const commands = Object.keys(scripts).filter((name) => !inside.includes(name));

  expect(variables.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  expect(commands.filter((name) => !new RegExp(`npm (run )?${name}\\b`).test(readme))).toEqual([]);
});
