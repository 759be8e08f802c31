import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";
import { askOnce, type LoadResult } from "./load.js";
import type { RunningStore } from "./store/serve.js";
import { operations, operationNames, type OperationName } from "./store/subgraphs.js";

/** Whether every request has an authorization of its own or all are equal. */
export const modes = ["own", "equal"] as const;
export type Mode = (typeof modes)[number];

/** A gateway under measurement. */
export interface Running {
  readonly name: string;
  readonly port: number;
  readonly process: ChildProcess;
  /** Subgraph calls one operation costs. */
  readonly calls: Record<OperationName, number>;
  readonly results: Record<Mode, Record<OperationName, LoadResult[]>>;
}

const TRIES = 200;
const TRY_EVERY_MS = 100;

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

async function untilUp({ name }: Running, pool: Pool): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const up = await askOnce(pool, "{ __typename }").then(
      () => true,
      () => false,
    );
    if (up) return;
    await sleep(TRY_EVERY_MS);
  }
  throw new Error(`${name}: found no answer; expected one within ${(TRIES * TRY_EVERY_MS) / 1_000} s.`);
}

/** Waits until a gateway answers every operation as the first one did, and counts the calls they cost. */
export async function prepare(
  running: Running,
  store: RunningStore,
  expected: Map<OperationName, string>,
): Promise<void> {
  const pool = new Pool(`http://127.0.0.1:${running.port}`);
  await untilUp(running, pool);
  for (const name of operationNames) {
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
