import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { contestants, startContestant, type Contestant } from "./contestants.js";
import { applyLoad } from "./load.js";
import { installPeers, peers, peerVersions } from "./peers.js";
import { modes, prepare, type Mode, type Running } from "./running.js";
import { storeReport } from "./store-report.js";
import { serveStore } from "./store/serve.js";
import { operations, operationNames, type OperationName } from "./store/subgraphs.js";

const { values: flags } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    rounds: { type: "string" },
    seconds: { type: "string" },
    connections: { type: "string", default: "50" },
    port: { type: "string", default: "4500" },
    only: { type: "string" },
  },
});
const firstPort = Number(flags.port);
/** Under five minutes for all gateways; quick, for a look, under a minute and a half. The first round is not counted. */
const extent = flags.quick ? { rounds: 2, seconds: 1, warmUp: 1 } : { rounds: 5, seconds: 2, warmUp: 2 };
const conditions = {
  rounds: Number(flags.rounds ?? extent.rounds),
  seconds: Number(flags.seconds ?? extent.seconds),
  connections: Number(flags.connections),
};

async function measure(running: Running, name: OperationName, mode: Mode, round: number): Promise<void> {
  const result = await applyLoad(
    running.port,
    running.process.pid as number,
    operations[name],
    round === 0 ? extent.warmUp : conditions.seconds,
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

/** A peer that fails is left out, and the report says why; one of ours ends the run. */
async function unlessPeerFails(running: Running, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!peers.some(({ name }) => name === running.name)) throw error;
    const note = `Left out: ${(error as Error).message}`;
    log(note);
    notes.push(note);
    running.process.kill("SIGKILL");
    all = all.filter((other) => other !== running);
  }
}

const file = fileURLToPath(new URL("../report.md", import.meta.url));
const store = await serveStore(firstPort);
const folder = mkdtempSync(join(tmpdir(), "hub-bench-"));
const supergraphFile = join(folder, "supergraph.graphql");
writeFileSync(supergraphFile, store.supergraphSdl);
const isChosen = ({ name }: Contestant): boolean => flags.only === undefined || flags.only.split(",").includes(name);
const notes: string[] = [];
const others = peers.filter(isChosen);
const log = (line: string): void => void process.stderr.write(`${line}\n`);
const installed = others.length > 0 && installPeers(log);
if (installed) notes.push(`Peers: ${peerVersions()}.`);
else if (others.length > 0) notes.push("Left out, could not be installed: Hive Gateway, Mercurius gateway.");
const chosen = [...contestants.filter(isChosen), ...(installed ? others : [])];
let all = chosen.map((contestant, index): Running => {
  const port = firstPort + 10 + index;
  return {
    name: contestant.name,
    port,
    process: startContestant(contestant, port, supergraphFile, store.addresses),
    calls: { small: 0, big: 0 },
    results: { own: { small: [], big: [] }, equal: { small: [], big: [] } },
  };
});

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
process.once("exit", () => {
  all.forEach((running) => running.process.kill("SIGKILL"));
  rmSync(folder, { recursive: true });
});

try {
  const expected = new Map<OperationName, string>();
  for (const running of all) {
    await unlessPeerFails(running, () => prepare(running, store, expected));
  }
  for (let round = 0; round <= conditions.rounds; round++) {
    for (const mode of modes) {
      for (const name of operationNames) {
        for (const running of all) {
          await unlessPeerFails(running, () => measure(running, name, mode, round));
        }
      }
    }
  }
  const report = storeReport(all, conditions, notes);
  process.stdout.write(`${report}\n`);
  if (flags.only === undefined) {
    const parts = (existsSync(file) ? readFileSync(file, "utf8") : "").split(/^(?=# )/m);
    const kept = parts.filter((part) => part.startsWith("# ") && !part.startsWith("# Benchmark\n"));
    writeFileSync(file, [`${report}\n`, ...kept].join("\n"));
  }
} finally {
  all.forEach((running) => running.process.kill("SIGKILL"));
  await store.close();
}
