import type { Pool } from "pg";

/** A statement that only reads, prepared under its name. */
export interface Read {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /** The name of its column, where a statement gives one row with one text: a long one is not wrapped in JSON. */
  readonly onlyText?: string;
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
      // pg only reads the values; its types do not say so.
      only.resolve(await pool.query<object>(only.read as Read & { values: unknown[] }));
      return;
    }
    const values: unknown[] = [];
    const distinct: PlacedRead[] = [];
    const columns = batch.map(({ read }) => columnOf(placeRead(read, values), distinct));
    const { rows } = await pool.query<unknown[]>({ ...jointStatement(distinct), values, rowMode: "array" });
    batch.forEach(({ read, resolve }, index) => {
      const value = rows[0]?.[columns[index] ?? -1] ?? null;
      resolve({
        rows: read.onlyText === undefined ? ((value as object[] | null) ?? []) : [{ [read.onlyText]: value }],
      });
    });
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}

/** A read in a joint statement: which parameter each of its own has become; the same key asks for the same rows. */
interface PlacedRead {
  readonly key: string;
  readonly text: string;
  readonly places: readonly number[];
  readonly isText: boolean;
}

function placeRead({ name, text, values: own, onlyText }: Read, values: unknown[]): PlacedRead {
  const places = own.map((value) => placeOf(value, values));
  return { key: `${name}(${places.join()})`, text, places, isText: onlyText !== undefined };
}

/** Which column of the joint statement answers a read; a read asked for twice has one. */
function columnOf(read: PlacedRead, distinct: PlacedRead[]): number {
  const same = distinct.findIndex(({ key }) => key === read.key);
  return same === -1 ? distinct.push(read) - 1 : same;
}

/** One row, a column of JSON, or the text alone, for each read. */
function jointStatement(reads: readonly PlacedRead[]): JointStatement {
  const key = reads.map((read) => read.key).join();
  const known = combinations.get(key);
  if (known !== undefined) return known;
  const columns = reads.map(({ text, places, isText }) => {
    const placed = text.replaceAll(/\$(\d+)/g, (_, own: string) => `$${places[Number(own) - 1]}`);
    return isText ? `(${placed})` : `(select json_agg(part) from (${placed}) as part)`;
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

/** Lists of texts or of numbers; an empty one does not say of what it is. */
function isSameList(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length || one.length === 0) return false;
  return one.every((item, index) => item !== null && typeof item !== "object" && item === other[index]);
}
