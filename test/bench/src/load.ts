import { readdirSync, readFileSync } from "node:fs";
import { Pool } from "undici";

/** What one run of load came to. */
export interface LoadResult {
  readonly requestsPerSecond: number;
  /** Milliseconds of the gateway's CPU per request; NaN where the system does not tell. */
  readonly cpuMs: number;
  readonly p99Ms: number;
  readonly bytes: number;
  readonly errors: number;
}

/** CPU seconds a process has used so far, all its threads together. */
export function cpuSeconds(pid: number): number {
  if (process.platform !== "linux") {
    return Number.NaN;
  }
  const tasks = `/proc/${pid}/task`;
  const nanoseconds = readdirSync(tasks).map((task) =>
    Number(readFileSync(`${tasks}/${task}/schedstat`, "utf8").split(" ")[0]),
  );
  return nanoseconds.reduce((sum, value) => sum + value, 0) / 1e9;
}

let tokens = 0;

/** Bodies of the operations, written once: the load shares a core with the subgraphs. */
const bodies = new Map<string, string>();

function bodyOf(query: string): string {
  const body = bodies.get(query) ?? JSON.stringify({ query });
  bodies.set(query, body);
  return body;
}

/** Sends one operation and gives its answer's text; with a token of its own unless all requests are to be equal. */
export async function askOnce(pool: Pool, query: string, equal = false): Promise<string> {
  const token = equal ? 0 : (tokens += 1);
  const { body } = await pool.request({
    path: "/graphql",
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: bodyOf(query),
  });
  return body.text();
}

/** Keeps `connections` requests in flight for `seconds`, each with an authorization of its own, or all equal. */
export async function applyLoad(
  port: number,
  pid: number,
  query: string,
  seconds: number,
  connections: number,
  equal: boolean,
): Promise<LoadResult> {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections, pipelining: 1 });
  const latencies: number[] = [];
  let bytes = 0;
  let errors = 0;
  const started = performance.now();
  const cpuBefore = cpuSeconds(pid);
  const end = started + seconds * 1_000;
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      const sent = performance.now();
      const text = await askOnce(pool, query, equal);
      latencies.push(performance.now() - sent);
      bytes = text.length;
      errors += text.startsWith('{"data"') && !text.includes('"errors"') ? 0 : 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  const elapsed = (performance.now() - started) / 1_000;
  const cpu = cpuSeconds(pid) - cpuBefore;
  await pool.close();
  latencies.sort((one, other) => one - other);
  return {
    requestsPerSecond: latencies.length / elapsed,
    cpuMs: (cpu * 1_000) / latencies.length,
    p99Ms: latencies[Math.floor(latencies.length * 0.99)] ?? Number.NaN,
    bytes,
    errors,
  };
}
