import { cpus } from "node:os";
import { median, spread, table } from "./report.js";
import { modes, type Mode, type Running } from "./running.js";
import { operationNames, type OperationName } from "./store/subgraphs.js";

/** How the figures were made. */
export interface Conditions {
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
}

const titles: Readonly<Record<Mode, string>> = {
  own: "every request with an authorization of its own",
  equal: "all requests equal",
};

/** What most people have, beside the first gateway the other measure. */
const STOCK = "@apollo/gateway";

function section(all: readonly Running[], name: OperationName, mode: Mode): string {
  const rate = (running: Running): number =>
    median(running.results[mode][name].map((result) => result.requestsPerSecond));
  const cpu = (running: Running): number => median(running.results[mode][name].map((result) => result.cpuMs));
  const [measure] = all as [Running];
  const stock = all.find((running) => running.name === STOCK) ?? measure;
  const rows = all.map((running) => {
    const results = running.results[mode][name];
    return [
      running.name,
      `${rate(running).toFixed(0)} (±${spread(results.map((result) => result.requestsPerSecond)).toFixed(0)} %)`,
      `${(rate(running) / rate(measure)).toFixed(2)} ×`,
      `${(rate(running) / rate(stock)).toFixed(1)} ×`,
      `${cpu(running).toFixed(2)} ms (±${spread(results.map((result) => result.cpuMs)).toFixed(0)} %)`,
      `${(cpu(measure) / cpu(running)).toFixed(2)} ×`,
      `${(cpu(stock) / cpu(running)).toFixed(1)} ×`,
      `${median(results.map((result) => result.p99Ms)).toFixed(0)} ms`,
      String(running.calls[name]),
    ];
  });
  const kilobytes = ((measure.results[mode][name][0]?.bytes ?? 0) / 1_000).toFixed(1);
  const ratios = [`of ${measure.name}`, `of ${stock.name}`];
  const head = ["gateway", "requests/s", ...ratios, "CPU per request", ...ratios, "p99", "subgraph calls"];
  return `## ${name} (${kilobytes} kB), ${titles[mode]}\n\n${table(head, rows)}`;
}

/** The report of the store's benchmark, in Markdown; notes say what a reader must know of the gateways compared. */
export function storeReport(
  all: readonly Running[],
  { rounds, seconds, connections }: Conditions,
  notes: readonly string[],
): string {
  const [cpu] = cpus();
  const preface = `# Benchmark

${rounds} alternating rounds of ${seconds} s each, ${connections} connections, medians with half the range. Node ${process.version}, ${cpus().length} cores (${cpu?.model.trim() ?? "unknown"}); each gateway on one core, subgraphs and load on the other. Made by \`npm run bench\`.`;
  const sections = modes.flatMap((mode) => operationNames.map((name) => section(all, name, mode)));
  return [preface, ...notes, ...sections].join("\n\n");
}
