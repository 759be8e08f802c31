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
}

/** How load is made. */
export interface LoadSettings {
  readonly load: LoadProcess;
  readonly databasePid: number;
  readonly connections: number;
}

/** Keeps the connections busy for a while and reads what it cost. Throws when an answer has errors. */
export async function measure(
  { load, databasePid, connections }: LoadSettings,
  running: RunningContestant,
  name: QuestionName,
  questions: readonly Question[],
  seconds: number,
): Promise<Round> {
  const { contestant, port, pids } = running;
  const own = (): number => pids.reduce((sum, pid) => sum + usageOf(pid).cpuSeconds, 0);
  const requests = questions.map((variables) => contestant.request(name, variables));
  const [ownBefore, databaseBefore] = [own(), usageOf(databasePid).cpuSeconds];
  const outcome = await load.run({ origin: `http://127.0.0.1:${port}`, requests, seconds, connections });
  const [ownAfter, databaseAfter] = [own(), usageOf(databasePid).cpuSeconds];
  if (outcome.errors > 0) {
    throw new Error(`${contestant.name}, question ${name}: found ${outcome.errors} errors under load; expected none.`);
  }
  return {
    requestsPerSecond: outcome.requests / outcome.seconds,
    ownCpuMs: ((ownAfter - ownBefore) * 1_000) / outcome.requests,
    databaseCpuMs: ((databaseAfter - databaseBefore) * 1_000) / outcome.requests,
    p50: outcome.p50,
    p95: outcome.p95,
    bytes: outcome.bytes,
  };
}
