import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { contestants, startContestant } from "./contestants.js";
import { applyLoad } from "./load.js";
import { modes, prepare, type Mode, type Running } from "./running.js";
import { storeReport } from "./store-report.js";
import { serveStore } from "./store/serve.js";
import { operations, operationNames, type OperationName } from "./store/subgraphs.js";

const { values: flags } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "4" },
    connections: { type: "string", default: "50" },
    port: { type: "string", default: "4500" },
    only: { type: "string" },
  },
});
const firstPort = Number(flags.port);
const conditions = {
  rounds: Number(flags.rounds),
  seconds: Number(flags.seconds),
  connections: Number(flags.connections),
};

/** The first round warms up and is not counted. */
const WARM_UP_SECONDS = 2;

async function measure(running: Running, name: OperationName, mode: Mode, round: number): Promise<void> {
  const result = await applyLoad(
    running.port,
    running.process.pid as number,
    operations[name],
    round === 0 ? WARM_UP_SECONDS : conditions.seconds,
    conditions.connections,
    mode === "equal",
  );
  if (result.errors > 0) {
    throw new Error(`${running.name}: found ${result.errors} errors under load; expected none.`);
  }
  if (round > 0) {
    running.results[mode][name].push(result);
  }
}

const file = fileURLToPath(new URL("../report.md", import.meta.url));
const store = await serveStore(firstPort);
const supergraphFile = join(mkdtempSync(join(tmpdir(), "hub-bench-")), "supergraph.graphql");
writeFileSync(supergraphFile, store.supergraphSdl);
const chosen = contestants.filter(({ name }) => flags.only === undefined || flags.only.split(",").includes(name));
const all = chosen.map((contestant, index): Running => {
  const port = firstPort + 10 + index;
  return {
    name: contestant.name,
    port,
    process: startContestant(contestant, port, supergraphFile, store.addresses),
    calls: { small: 0, big: 0 },
    results: { own: { small: [], big: [] }, equal: { small: [], big: [] } },
  };
});

try {
  const expected = new Map<OperationName, string>();
  for (const running of all) {
    await prepare(running, store, expected);
  }
  for (let round = 0; round <= conditions.rounds; round++) {
    for (const mode of modes) {
      for (const name of operationNames) {
        for (const running of all) {
          await measure(running, name, mode, round);
        }
      }
    }
  }
  const report = storeReport(all, conditions);
  process.stdout.write(`${report}\n`);
  if (flags.only === undefined) {
    const others = (existsSync(file) ? readFileSync(file, "utf8") : "").split(/^(?=# )/m);
    const kept = others.filter((part) => part.startsWith("# ") && !part.startsWith("# Benchmark\n"));
    writeFileSync(file, [`${report}\n`, ...kept].join("\n"));
  }
} finally {
  all.forEach((running) => running.process.kill());
  await store.close();
}
