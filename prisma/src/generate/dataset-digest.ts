import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { CountiesOptions } from "./plan/index.js";

const generator = fileURLToPath(new URL(".", import.meta.url));
const seedData = fileURLToPath(new URL("../../seed-data/", import.meta.url));

/**
 * Names the records that `countyRecords` makes for these counties: 16 hexadecimal digits over the seed data, the
 * generator's own code and the options. It changes whenever the records may, and costs a few milliseconds.
 */
export function datasetDigest(options: CountiesOptions): string {
  const digest = createHash("sha256").update(`${options.counties}/${options.seed}`);
  const files = [...filesIn(seedData, /\.csv$/u), ...filesIn(generator, /(?<!\.test|\.d)\.[jt]s$/u)];
  for (const { name, content } of files) digest.update(`\n${name}\n`).update(content);
  return digest.digest("hex").slice(0, 16);
}

function filesIn(folder: string, wanted: RegExp): readonly { readonly name: string; readonly content: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: relative(folder, path), content: readFileSync(path) }));
}
