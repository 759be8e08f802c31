import type { ChildProcess } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Pool } from "undici";
import { contestants, startContestant } from "./contestants.js";
import { applyLoad, askOnce, type LoadResult } from "./load.js";
import { median, spread, table } from "./report.js";
import { serveStore, type RunningStore } from "./store/serve.js";
import { operations, type OperationName } from "./store/subgraphs.js";

const { values: flags } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    seconds: { type: "string", default: "5" },
    connections: { type: "string", default: "50" },
    port: { type: "string", default: "4500" },
    only: { type: "string" },
  },
});
const firstPort = Number(flags.port);
const names = Object.keys(operations) as OperationName[];

interface Running {
  readonly name: string;
  readonly port: number;
  readonly process: ChildProcess;
  readonly calls: Record<OperationName, number>;
  readonly results: Record<OperationName, LoadResult[]>;
}

/** Waits until a gateway answers both operations as the first one did, and counts the calls they cost. */
async function prepare(running: Running, store: RunningStore, expected: Map<OperationName, unknown>): Promise<void> {
  const pool = new Pool(`http://127.0.0.1:${running.port}`);
  for (let tries = 0; ; tries++) {
    const up = await askOnce(pool, "{ __typename }").then(
      () => true,
      () => false,
    );
    if (up) break;
    if (tries > 200) throw new Error(`${running.name}: found no answer; expected one within 20 s.`);
    await sleep(100);
  }
  for (const name of names) {
    await askOnce(pool, operations[name]);
    const before = store.calls();
    const answer = JSON.stringify(sorted(JSON.parse(await askOnce(pool, operations[name]))));
    running.calls[name] = store.calls() - before;
    if (answer !== (expected.get(name) ?? answer)) {
      throw new Error(`${running.name}: found another answer to ${name}; expected the hand-written program's.`);
    }
    expected.set(name, answer);
  }
  await pool.close();
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, sorted(inner)] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

function reportOf(all: readonly Running[], name: OperationName): string {
  const rate = (running: Running): number => median(running.results[name].map((result) => result.requestsPerSecond));
  const cpu = (running: Running): number => median(running.results[name].map((result) => result.cpuMs));
  const [measure] = all as [Running];
  const rows = all.map((running) => {
    const results = running.results[name];
    return [
      running.name,
      `${rate(running).toFixed(0)} (±${spread(results.map((result) => result.requestsPerSecond)).toFixed(0)} %)`,
      `${(rate(running) / rate(measure)).toFixed(2)} ×`,
      `${cpu(running).toFixed(2)} ms (±${spread(results.map((result) => result.cpuMs)).toFixed(0)} %)`,
      `${(cpu(measure) / cpu(running)).toFixed(2)} ×`,
      `${median(results.map((result) => result.p99Ms)).toFixed(0)} ms`,
      String(running.calls[name]),
    ];
  });
  const kilobytes = ((measure.results[name][0]?.bytes ?? 0) / 1_000).toFixed(1);
  const head = [
    "gateway",
    "requests/s",
    "of hand-written",
    "CPU per request",
    "of hand-written",
    "p99",
    "subgraph calls",
  ];
  return `## ${name} (${kilobytes} kB)\n\n${table(head, rows)}`;
}

const store = await serveStore(firstPort);
const supergraphFile = join(mkdtempSync(join(tmpdir(), "hub-bench-")), "supergraph.graphql");
writeFileSync(supergraphFile, store.supergraphSdl);

const chosen = contestants.filter(
  (contestant) => flags.only === undefined || flags.only.split(",").includes(contestant.name),
);
const all: Running[] = chosen.map((contestant, index) => {
  const port = firstPort + 10 + index;
  const process = startContestant(contestant, port, supergraphFile, store.addresses);
  return { name: contestant.name, port, process, calls: { small: 0, big: 0 }, results: { small: [], big: [] } };
});

try {
  const expected = new Map<OperationName, unknown>();
  for (const running of all) {
    await prepare(running, store, expected);
  }
  for (let round = 0; round <= Number(flags.rounds); round++) {
    for (const name of names) {
      for (const running of all) {
        const seconds = round === 0 ? 2 : Number(flags.seconds);
        const result = await applyLoad(
          running.port,
          running.process.pid as number,
          operations[name],
          seconds,
          Number(flags.connections),
        );
        if (result.errors > 0)
          throw new Error(`${running.name}: found ${result.errors} errors under load; expected none.`);
        if (round > 0) running.results[name].push(result);
      }
    }
  }
  const [cpu] = cpus();
  const preface = `# Benchmark

${flags.rounds} alternating rounds of ${flags.seconds} s each, ${flags.connections} connections, an authorization of its own for every request, medians with half the range. Node ${process.version}, ${cpus().length} cores (${cpu?.model.trim() ?? "unknown"}); each gateway on one core, subgraphs and load on the other. Made by \`npm run bench\`.`;
  const report = [preface, ...names.map((name) => reportOf(all, name))].join("\n\n");
  process.stdout.write(`${report}\n`);
  if (flags.only === undefined) {
    writeFileSync(fileURLToPath(new URL("../report.md", import.meta.url)), `${report}\n`);
  }
} finally {
  all.forEach((running) => running.process.kill());
  await store.close();
}
