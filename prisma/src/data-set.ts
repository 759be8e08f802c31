import { createHash, type Hash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { countyRecords, planCounties } from "./generate/index.js";
import type { LoadPart } from "./load/load-batch.js";

/** Which data set: the five real counties when nothing is said; beyond five, made-up counties follow. */
export interface DataSetOptions {
  /** How many counties, at least 1; default 5. */
  readonly counties?: number;
  /** What the made-up numbers start from; the same seed gives the same records. */
  readonly seed?: string;
}

/** A data set, ready for `loadRecords`. */
export interface DataSet {
  /** Number of counties, seed, and a digest of the seed files and of the code that makes the records. */
  readonly dataSet: string;
  /** One part per county; a county's records are made only when the part is read. */
  readonly parts: Iterable<LoadPart>;
}

const DEFAULTS = { counties: 5, seed: "county-education-hub" };

/** The hub's records: the documents' figures, and what is generated to complete the picture. Deterministic. */
export function dataSet(options: DataSetOptions = {}): DataSet {
  const { counties, seed } = { ...DEFAULTS, ...options };
  return {
    dataSet: `counties=${counties} seed=${seed} digest=${contentDigest()}`,
    parts: { [Symbol.iterator]: () => partsOf(counties, seed) },
  };
}

function* partsOf(counties: number, seed: string): Generator<LoadPart> {
  for (const plan of planCounties({ counties, seed })) yield { name: plan.code, batches: () => countyRecords(plan) };
}

let digest: string | undefined;

/** Read once: a process keeps making the records of the code it started with. */
function contentDigest(): string {
  digest ??= readContentDigest();
  return digest;
}

function readContentDigest(): string {
  const hash = createHash("sha256");
  addFolder(hash, fileURLToPath(new URL("../seed-data", import.meta.url)), /\.csv$/);
  addFolder(hash, fileURLToPath(new URL("generate", import.meta.url)), /(?<!\.test|\.d)\.[jt]s$/);
  return hash.digest("hex").slice(0, 16);
}

function addFolder(hash: Hash, folder: string, names: RegExp): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && names.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  for (const file of files) hash.update(readFileSync(file));
}
