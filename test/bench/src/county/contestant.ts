import { spawn, type ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { CountyData } from "./data/bench-cluster.js";
import type { Question, QuestionName, Request } from "./questions.js";

/** One program of a contestant. */
export interface Program {
  readonly file: string;
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Where it says that it answers; GET must give less than 500. */
  readonly ready: string;
}

/** A way to answer the county questions. */
export interface Contestant {
  readonly name: string;
  /** Programs in the order they start; the last one answers. Ports from `port` on are its own. */
  readonly programs: (data: CountyData, port: number) => readonly Program[];
  /** How a client asks it. */
  readonly request: (question: QuestionName, variables: Question) => Request;
  /** Brings an answer's data into the hub's shape, for comparison; most have it already. */
  readonly shape?: (question: QuestionName, data: unknown) => unknown;
}

/** A contestant that answers. */
export interface RunningContestant {
  readonly contestant: Contestant;
  readonly port: number;
  readonly pids: readonly number[];
  /** Milliseconds from the first program's start until the last one answered. */
  readonly startMs: number;
  stop(): Promise<void>;
}

const START_LIMIT_MS = 60_000;

/** A benchmark that is stopped leaves nobody running. */
const alive = new Set<ChildProcess>();
process.once("exit", () => alive.forEach((child) => child.kill()));

/** A file beside this one, as compiled. */
export function here(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}

function run({ file, args = [], environment = {} }: Program, core: string): ChildProcess {
  const env = { ...process.env, NODE_ENV: "production", LOG_LEVEL: "error", ...environment };
  const options = { env, stdio: ["ignore", "ignore", "inherit"] as ["ignore", "ignore", "inherit"] };
  const child =
    process.platform === "linux"
      ? spawn("taskset", ["-c", core, process.execPath, file, ...args], options)
      : spawn(process.execPath, [file, ...args], options);
  alive.add(child);
  child.once("exit", () => alive.delete(child));
  return child;
}

async function untilReady(url: string, child: ChildProcess, name: string): Promise<void> {
  for (const end = Date.now() + START_LIMIT_MS; Date.now() < end; await sleep(20)) {
    if (child.exitCode !== null) throw new Error(`${name}: found it ended with ${child.exitCode}; expected it to run.`);
    const up = await fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
      ({ status }) => status < 500,
      () => false,
    );
    if (up) return;
  }
  throw new Error(`${name}: found no answer at ${url}; expected one within ${START_LIMIT_MS / 1000} s.`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), 15_000);
  await ended;
  clearTimeout(force);
}

/** Starts a contestant's programs on the given cores, where the system lets cores be chosen. */
export async function startContestant(
  contestant: Contestant,
  data: CountyData,
  port: number,
  cores: string,
): Promise<RunningContestant> {
  const children: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    for (const child of [...children].reverse()) await end(child);
  };
  const started = performance.now();
  try {
    const programs = contestant.programs(data, port);
    const last = programs.length - 1;
    const startAll = async (some: readonly Program[]): Promise<void> => {
      await Promise.all(
        some.map((program) => {
          const child = run(program, cores);
          children.push(child);
          return untilReady(program.ready, child, contestant.name);
        }),
      );
    };
    await startAll(programs.slice(0, last));
    await startAll(programs.slice(last));
    const startMs = performance.now() - started;
    return { contestant, port, pids: children.map(({ pid }) => pid as number), startMs, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
