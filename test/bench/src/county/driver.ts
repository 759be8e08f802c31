import { Pool } from "undici";
import type { Request } from "./questions.js";

/** What the driver is told to do. */
export interface LoadJob {
  readonly origin: string;
  /** Asked in turn, each client going on where the last request was. */
  readonly requests: readonly Request[];
  readonly seconds: number;
  readonly connections: number;
  /** Goes on after the time is over until so many were sent; default 0. */
  readonly atLeast?: number;
}

/** What a load came to; latencies in milliseconds. */
export interface LoadOutcome {
  readonly requests: number;
  readonly errors: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p95: number;
  /** Bytes of an answer, on average. */
  readonly bytes: number;
}

const HEADERS = { "content-type": "application/json" };

async function applyLoad({ origin, requests, seconds, connections, atLeast = 0 }: LoadJob): Promise<LoadOutcome> {
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const latencies: number[] = [];
  let next = 0;
  let errors = 0;
  let bytes = 0;
  const started = performance.now();
  const end = started + seconds * 1_000;
  const client = async (): Promise<void> => {
    while (performance.now() < end || next < atLeast) {
      const { method, path, body } = requests[next++ % requests.length] as Request;
      const sent = performance.now();
      const answer = await pool.request({ method, path, ...(body === undefined ? {} : { body, headers: HEADERS }) });
      const content = Buffer.from(await answer.body.arrayBuffer());
      latencies.push(performance.now() - sent);
      bytes += content.length;
      if (answer.statusCode !== 200 || content.includes('"errors"')) errors += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  const elapsed = (performance.now() - started) / 1_000;
  await pool.close();
  latencies.sort((one, other) => one - other);
  const at = (share: number): number => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  return {
    requests: latencies.length,
    errors,
    seconds: elapsed,
    p50: at(0.5),
    p95: at(0.95),
    bytes: bytes / latencies.length,
  };
}

// A process of its own, so that making load never takes time from a server it shares a process with.
process.on("message", (job: LoadJob) => {
  applyLoad(job).then(
    (outcome) => process.send?.(outcome),
    (error: Error) => process.send?.({ failure: error.message }),
  );
});
