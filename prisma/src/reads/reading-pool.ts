import pg from "pg";
import { parameterTexts } from "./parameter-texts.js";
import { PreparedRead, type NamedStatement, type ReadResult } from "./prepared-read.js";

/**
 * A pool that runs named statements as `PreparedRead`s, at less than half the cost; all else as pg does.
 *
 * What callers see is the same: results, errors, time-outs, one connection a statement, and a connection that failed is
 * replaced.
 */
export class ReadingPool extends pg.Pool {
  constructor(config: pg.PoolConfig) {
    super(config);
    // A connection that breaks tells the statement it runs; unheard, the event would end the process.
    this.on("connect", (client) => client.on("error", () => undefined));
  }

  // pg's query has eight overloads; only named statements are looked at, the rest passes through.
  // oxlint-disable-next-line typescript/no-explicit-any
  override query(...args: any[]): any {
    const statement = args.length === 1 ? namedStatement(args[0] as pg.QueryConfig) : undefined;
    return statement === undefined ? super.query(...(args as [string])) : this.#read(statement);
  }

  #read(statement: NamedStatement): Promise<ReadResult> {
    return new Promise((resolve, reject) => {
      this.connect((error, client, release) => {
        if (client === undefined) return reject(error);
        const answer = (fault: unknown, result?: ReadResult): void => {
          release(fault as Error | undefined);
          if (result === undefined || fault !== undefined) reject(fault);
          else resolve(result);
        };
        client.query(new PreparedRead(statement, answer));
      });
    });
  }
}

/** What a query says beyond these is for pg to understand. */
const KEYS = new Set(["name", "text", "values", "rowMode"]);

function namedStatement(query: pg.QueryConfig): NamedStatement | undefined {
  const { name, text, values, rowMode } = query as pg.QueryConfig<unknown[]> & { rowMode?: string };
  if (typeof query !== "object" || typeof name !== "string" || name === "" || typeof text !== "string")
    return undefined;
  for (const key in query) if (!KEYS.has(key)) return undefined;
  if (values !== undefined && !Array.isArray(values)) return undefined;
  const parameters = parameterTexts(values ?? []);
  return parameters && { name, text, parameters, asLists: rowMode === "array" };
}
