import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { table } from "../report.js";
import { ask } from "./ask.js";
import { here, startContestant, type Contestant, type RunningContestant } from "./contestant.js";
import { databaseVariables } from "./contestants.js";
import type { CountyData } from "./data/bench-cluster.js";
import { measure, type LoadSettings } from "./measure.js";
import { usageOf } from "./process-cpu.js";
import type { Question, QuestionName, Request } from "./questions.js";

/** What the figures beside the comparison need. */
export interface OtherFigures {
  readonly hub: Contestant;
  readonly data: CountyData;
  readonly questions: Readonly<Record<QuestionName, readonly Question[]>>;
  readonly asked: readonly QuestionName[];
  readonly settings: LoadSettings;
  readonly port: number;
  readonly cores: string;
  readonly folder: string;
  readonly log: (line: string) => void;
  readonly seconds: number;
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
const memoryOf = ({ pids }: RunningContestant): number =>
  pids.reduce((sum, pid) => sum + usageOf(pid).residentBytes, 0);

/** Texts no cache has seen: each asks the same under another name. */
function distinctOperations(from: number, count: number): readonly Request[] {
  return Array.from({ length: count }, (_, index) => {
    const query = `query Distinct${from + index} { county(code: "220622") { name${from + index}: name } }`;
    return { method: "POST", path: "/graphql", body: JSON.stringify({ query }) };
  });
}

const OPERATIONS_A_STEP = 5_000;
const PROBE_LIMIT_MS = 30_000;

/** The contestant with a probe in its first process that tells what stays after garbage is collected. */
function probed({ programs, ...contestant }: Contestant, file: string): Contestant {
  const options = `--expose-gc --import ${pathToFileURL(here("./hub/memory-probe.js")).href}`;
  return {
    ...contestant,
    programs: (data, port) =>
      programs(data, port).map((program) => ({
        ...program,
        environment: { ...program.environment, NODE_OPTIONS: options, MEMORY_PROBE: file },
      })),
  };
}

/** What lives in the hub's process: its heap after a collection, and memory outside it. Null when it does not tell. */
async function liveMemory({ pids }: RunningContestant, file: string): Promise<NodeJS.MemoryUsage | null> {
  rmSync(file, { force: true });
  process.kill(pids[0] as number, "SIGUSR2");
  for (const end = Date.now() + PROBE_LIMIT_MS; Date.now() < end; await sleep(50)) {
    if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as NodeJS.MemoryUsage;
  }
  return null;
}

/** Memory of the embedded hub: at rest, after load, and while `operations` operations it never saw come by. */
export async function memoryFigures(options: OtherFigures, operations: number): Promise<string> {
  const { hub, data, questions, asked, settings, port, cores, seconds, folder, log } = options;
  const file = join(folder, "memory.json");
  const running = await startContestant(probed(hub, file), data, port, cores);
  try {
    await ask(running, "1", questions["1"][0] as Question);
    const rows = [["after the first answer", megabytes(memoryOf(running))]];
    for (const name of asked) await measure(settings, running, name, questions[name], seconds);
    rows.push([`after ${seconds} s of load on each question`, megabytes(memoryOf(running))]);
    const started = performance.now();
    const steps = Math.ceil(operations / OPERATIONS_A_STEP);
    for (let step = 1; step <= steps; step++) {
      const { requests, errors } = await settings.load.run({
        origin: `http://127.0.0.1:${port}`,
        requests: distinctOperations((step - 1) * OPERATIONS_A_STEP, OPERATIONS_A_STEP),
        seconds: 0,
        connections: settings.connections,
        atLeast: OPERATIONS_A_STEP,
      });
      if (errors > 0 || requests < OPERATIONS_A_STEP) throw new Error(`Distinct operations: found ${errors} errors.`);
      log(`Memory: ${(step * OPERATIONS_A_STEP).toLocaleString("en")} distinct operations`);
      if (step === steps || step % Math.ceil(steps / 4) === 0) {
        const count = (step * OPERATIONS_A_STEP).toLocaleString("en");
        rows.push([`after ${count} distinct operations`, megabytes(memoryOf(running))]);
      }
    }
    const each = (performance.now() - started) / (steps * OPERATIONS_A_STEP);
    const head = table(["the embedded hub", "resident memory"], rows);
    const live = await liveMemory(running, file);
    const kept = live && `${megabytes(live.heapUsed)} in the heap, ${megabytes(live.external)} outside it`;
    const rest = `The rest is garbage and room the engine of Node keeps for more while the machine has memory to spare.`;
    return `${head}\n\nAlive after the last of them, when garbage is collected: ${kept ?? "not told"}. ${rest}\n\nAn operation never seen before took ${each.toFixed(2)} ms: parsed, validated, planned, compiled, answered.`;
  } finally {
    await running.stop();
  }
}

function withExtra(extra: number): Contestant {
  return {
    name: `hub with ${extra} more subgraphs`,
    programs: (data, port) => [
      {
        file: here("./hub/with-extra-subgraph.js"),
        args: [String(port), String(extra)],
        environment: databaseVariables(data),
        ready: `http://127.0.0.1:${port}/readyz`,
      },
    ],
    request: (_name, { query }) => ({ method: "POST", path: "/graphql", body: JSON.stringify({ query }) }),
  };
}

const EXTRA = 8;

/** What one more subgraph costs: memory, start, and a request that does or does not touch it. */
export async function subgraphFigures(options: OtherFigures): Promise<string> {
  const { data, settings, port, cores, seconds } = options;
  const plain = { query: '{ county(code: "220622") { code name } }' };
  const fields = (count: number): string => Array.from({ length: count }, (_, index) => `extra${index + 1}`).join(" ");
  const touching = (count: number) => ({ query: `{ county(code: "220622") { code name ${fields(count)} } }` });
  const cpu = async (running: RunningContestant, question: Question): Promise<number> => {
    await measure(settings, running, "1", [question], 0.5);
    return (await measure(settings, running, "1", [question], seconds)).ownCpuMs;
  };

  const few = await startContestant(withExtra(1), data, port, cores);
  const many = await startContestant(withExtra(1 + EXTRA), data, port + 1, cores);
  try {
    const untouched = [await cpu(few, plain), await cpu(many, plain)] as const;
    const touched = [await cpu(many, touching(1)), await cpu(many, touching(1 + EXTRA))] as const;
    const perSubgraph = (from: number, to: number): number => (to - from) / EXTRA;
    return table(
      ["one more subgraph", `difference between 1 and ${1 + EXTRA} added, divided by ${EXTRA}`],
      [
        ["start", `${perSubgraph(few.startMs, many.startMs).toFixed(0)} ms`],
        ["memory", megabytes(perSubgraph(memoryOf(few), memoryOf(many)))],
        ["a request that does not touch it", `${perSubgraph(...untouched).toFixed(3)} ms CPU`],
        ["a request that reads one field of it", `${perSubgraph(...touched).toFixed(3)} ms CPU`],
      ],
    );
  } finally {
    await many.stop();
    await few.stop();
  }
}

/** What one core can do at most: the bytes of an answer to each question, sent without thinking. */
export async function bareFigures(options: OtherFigures, bodies: ReadonlyMap<QuestionName, string>): Promise<string> {
  const { data, settings, port, cores, folder, seconds } = options;
  const rows: string[][] = [];
  for (const [name, body] of bodies) {
    const file = join(folder, `answer-${name}.json`);
    writeFileSync(file, body);
    const bare: Contestant = {
      name: "bare HTTP server",
      programs: () => [
        { file: here("./bare/main.js"), args: [String(port), file], ready: `http://127.0.0.1:${port}/` },
      ],
      request: () => ({ method: "POST", path: "/graphql", body: "{}" }),
    };
    const running = await startContestant(bare, data, port, cores);
    try {
      await measure(settings, running, name, [{}], 0.5);
      const { requestsPerSecond, ownCpuMs } = await measure(settings, running, name, [{}], seconds);
      rows.push([
        name,
        `${body.length.toLocaleString("en")} characters`,
        requestsPerSecond.toFixed(0),
        `${ownCpuMs.toFixed(3)} ms`,
      ]);
    } finally {
      await running.stop();
    }
  }
  return table(["question", "answer", "requests/s", "CPU per request"], rows);
}
