import type { Pool } from "pg";

/** A statement that only reads, prepared under its name. */
export interface Read {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What stores read with; a pool is one. */
export interface Reads {
  query<R extends object>(read: Read): Promise<{ readonly rows: R[] }>;
}

interface Waiting {
  readonly read: Read;
  readonly resolve: (result: { rows: object[] }) => void;
  readonly reject: (error: unknown) => void;
}

interface JointStatement {
  readonly name?: string;
  readonly text: string;
}

/** Combinations that stay prepared; those beyond are planned each time. A graph's plans repeat, so few are needed. */
const PREPARED_COMBINATIONS = 500;

const combinations = new Map<string, JointStatement>();

/**
 * Reads asked for at one time travel as one statement: a school's codes, places and events cost one round trip.
 *
 * For statements whose columns all have names of their own and none is numeric, int8, bytea or a time: rows that travel
 * together arrive as JSON, which gives text, dates, booleans, int4 and arrays of them as a pool does. All reads of a
 * joint statement see the same data. A fault of one is a fault of all.
 */
export function createJointReads(pool: Pool): Reads {
  let waiting: Waiting[] = [];
  const send = (): void => {
    const batch = waiting;
    waiting = [];
    void answer(pool, batch);
  };
  return {
    query: <R extends object>(read: Read) =>
      new Promise<{ rows: R[] }>((resolve, reject) => {
        // Loaders that batch at the same time send their reads in the ticks before this one.
        if (waiting.length === 0) process.nextTick(send);
        waiting.push({ read, resolve: resolve as Waiting["resolve"], reject });
      }),
  };
}

async function answer(pool: Pool, batch: readonly Waiting[]): Promise<void> {
  try {
    const [only] = batch;
    if (batch.length === 1 && only !== undefined) {
      only.resolve(await pool.query<object>({ ...only.read, values: [...only.read.values] }));
      return;
    }
    const reads = batch.map(({ read }) => read);
    const values: unknown[] = [];
    const places = reads.map((read) => read.values.map((value) => placeOf(value, values)));
    const { rows } = await pool.query<object[][]>({ ...jointStatement(reads, places), values, rowMode: "array" });
    batch.forEach(({ resolve }, index) => resolve({ rows: rows[0]?.[index] ?? [] }));
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}

/** One row, a column of JSON for each read; `places` says which parameter each of a read's own has become. */
function jointStatement(reads: readonly Read[], places: readonly (readonly number[])[]): JointStatement {
  const key = reads.map(({ name }, index) => `${name}(${places[index]?.join()})`).join();
  const known = combinations.get(key);
  if (known !== undefined) return known;
  const columns = reads.map(({ text }, index) => {
    const placed = text.replaceAll(/\$(\d+)/g, (_, own: string) => `$${places[index]?.[Number(own) - 1]}`);
    return `(select json_agg(part) from (${placed}) as part)`;
  });
  const text = `select ${columns.join(", ")}`;
  if (combinations.size >= PREPARED_COMBINATIONS) return { text };
  const made = { name: `joint.${combinations.size}`, text };
  combinations.set(key, made);
  return made;
}

/** The number of the parameter that carries a value; a list of keys several reads share is sent once. */
function placeOf(value: unknown, values: unknown[]): number {
  const same = values.findIndex((other) => isSameList(value, other));
  return same === -1 ? values.push(value) : same + 1;
}

function isSameList(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
  return one.every((item, index) => typeof item === "string" && item === other[index]);
}
