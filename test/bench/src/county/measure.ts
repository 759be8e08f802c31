import type { RunningContestant } from "./contestant.js";
import type { LoadProcess } from "./load-process.js";
import { usageOf } from "./process-cpu.js";
import type { Question, QuestionName } from "./questions.js";

/** One round of one contestant on one question. */
export interface Round {
  readonly requestsPerSecond: number;
  /** Milliseconds of CPU per request: the contestant's own processes, and PostgreSQL's. */
  readonly ownCpuMs: number;
  readonly databaseCpuMs: number;
  readonly p50: number;
  readonly p95: number;
  readonly bytes: number;
  /** Answers with errors, mostly of waiting too long; they count in nothing else. */
  readonly errors: number;
}

/** How load is made. */
export interface LoadSettings {
  readonly load: LoadProcess;
  readonly databasePid: number;
  readonly connections: number;
}

/** Connections of a contestant that refuses everybody when all come at once. */
const FEW = 4;

/**
 * Keeps the connections busy for a while and reads what it cost; every set of variables is asked with at least once, so
 * that the slowest has its price too. Throws when even few connections get only errors.
 */
export async function measure(
  settings: LoadSettings,
  running: RunningContestant,
  name: QuestionName,
  questions: readonly Question[],
  seconds: number,
): Promise<Round> {
  const { load, databasePid, connections } = settings;
  const { contestant, port, pids } = running;
  const own = (): number => pids.reduce((sum, pid) => sum + usageOf(pid).cpuSeconds, 0);
  const requests = questions.map((variables) => contestant.request(name, variables));
  const [ownBefore, databaseBefore] = [own(), usageOf(databasePid).cpuSeconds];
  // All sets of variables, or a slow contestant would be measured on the first of them alone.
  const job = { origin: `http://127.0.0.1:${port}`, requests, seconds, connections, atLeast: requests.length };
  const outcome = await load.run(job);
  const [ownAfter, databaseAfter] = [own(), usageOf(databasePid).cpuSeconds];
  const answered = outcome.requests - outcome.errors;
  if (answered === 0 && connections > FEW) {
    return measure({ ...settings, connections: FEW }, running, name, questions, seconds);
  }
  if (answered === 0) {
    throw new Error(`${contestant.name}, question ${name}: found no answer under load; expected some.`);
  }
  return {
    requestsPerSecond: answered / outcome.seconds,
    ownCpuMs: ((ownAfter - ownBefore) * 1_000) / answered,
    databaseCpuMs: ((databaseAfter - databaseBefore) * 1_000) / answered,
    p50: outcome.p50,
    p95: outcome.p95,
    bytes: outcome.bytes,
    errors: outcome.errors,
  };
}

/** Asks with every set of variables once, and goes on until `seconds` are over: nothing is measured for the first time. */
export async function warmUp(
  { load, connections }: LoadSettings,
  { contestant, port }: RunningContestant,
  name: QuestionName,
  questions: readonly Question[],
  seconds: number,
): Promise<void> {
  const requests = questions.map((variables) => contestant.request(name, variables));
  const origin = `http://127.0.0.1:${port}`;
  await load.run({ origin, requests, seconds, connections, atLeast: requests.length });
}
