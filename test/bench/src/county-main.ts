import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { QUESTIONS, runCountyBench } from "./county/index.js";

// The county questions alone; their section of the report is replaced, the rest stays.
const { values: flags } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    folder: { type: "string", default: join(tmpdir(), "county-bench") },
    port: { type: "string", default: "4900" },
    connections: { type: "string", default: "50" },
    rounds: { type: "string" },
    seconds: { type: "string" },
    warm: { type: "string" },
    operations: { type: "string" },
    sizes: { type: "string" },
    questions: { type: "string" },
  },
});

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

const wanted = {
  rounds: flags.rounds,
  seconds: flags.seconds,
  warmSeconds: flags.warm,
  operations: flags.operations,
};
const numbers = Object.fromEntries(
  Object.entries(wanted).flatMap(([name, text]) => (text === undefined ? [] : [[name, Number(text)]])),
);
const extent = {
  ...numbers,
  ...(flags.sizes === undefined ? {} : { sizes: flags.sizes.split(",").map(Number) }),
  ...(flags.questions === undefined ? {} : { questions: chosen(flags.questions.split(",")) }),
};

const started = performance.now();
const { title, markdown } = await runCountyBench({
  quick: flags.quick,
  extent,
  folder: flags.folder,
  port: Number(flags.port),
  connections: Number(flags.connections),
  log: (line) => process.stderr.write(`${((performance.now() - started) / 1_000).toFixed(0).padStart(4)} s  ${line}\n`),
});

const file = fileURLToPath(new URL("../report.md", import.meta.url));
const [others = ""] = existsSync(file) ? readFileSync(file, "utf8").split(`# ${title}\n`) : [];
const section = `# ${title}\n\n${markdown}\n`;
process.stdout.write(section);
writeFileSync(file, others === "" ? section : `${others.trimEnd()}\n\n${section}`);

function chosen(names: readonly string[]): readonly (typeof QUESTIONS)[number][] {
  const unknown = names.filter((name) => !QUESTIONS.some((known) => known === name));
  if (unknown.length > 0) {
    throw new Error(`--questions: found ${unknown.join(", ")}; expected some of ${QUESTIONS.join(", ")}.`);
  }
  return QUESTIONS.filter((known) => names.includes(known));
}
