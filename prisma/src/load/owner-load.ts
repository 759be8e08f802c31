import { once } from "node:events";
import { HubError, type OwnerName } from "@hub/schema";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { copyText } from "./copy-text.js";
import { readTableColumns, type TableColumns } from "./table-columns.js";

const ROWS_PER_COPY = 4000;
const COPIES_AHEAD = 6;
const LOAD_LOCK = 72707370;

type Row = Readonly<Record<string, unknown>>;

/** Told after every COPY: rows of a table that are written, though not yet committed. */
export type CopyListener = (owner: OwnerName, table: string, rows: number) => void;

/**
 * The load of one owner's database over one connection: rows gather by table, every few thousand are copied.
 *
 * A few COPYs may wait while the caller makes rows for other owners, so that the databases work side by side; a failing
 * one shows at a later call.
 */
export class OwnerLoad {
  readonly #waiting = new Map<string, Row[]>();
  readonly #copies: Promise<void>[] = [];
  #running: Promise<void> = Promise.resolve();
  #rows = 0;
  #open = false;

  private constructor(
    readonly owner: OwnerName,
    /** Parts of the data set that this owner has. */
    readonly done: ReadonlySet<string>,
    /** Another data set the database holds, if any. */
    readonly otherDataSet: string | null,
    private readonly client: pg.Client,
    private readonly tables: ReadonlyMap<string, TableColumns>,
    private readonly dataSet: string | null,
    private readonly onCopy: CopyListener,
  ) {}

  /** Connects and waits until no other load runs on the database. */
  static async connect(
    owner: OwnerName,
    url: string,
    dataSet: string | null,
    onCopy: CopyListener,
  ): Promise<OwnerLoad> {
    const client = new pg.Client({ connectionString: url, application_name: "hub-load" });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.query("SELECT pg_advisory_lock($1)", [LOAD_LOCK]);
      const { rows } = await client.query<{ data_set: string; part: string }>(
        "SELECT data_set, part FROM hub_log.loaded_part",
      );
      const done = rows.filter((row) => row.data_set === dataSet).map((row) => row.part);
      const other = dataSet === null ? undefined : rows.find((row) => row.data_set !== dataSet)?.data_set;
      const tables = await readTableColumns(client);
      return new OwnerLoad(owner, new Set(done), other ?? null, client, tables, dataSet, onCopy);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  /** Adds rows of a table to the open part. */
  async add(table: string, rows: readonly Row[]): Promise<void> {
    const waiting = this.#waiting.get(table) ?? [];
    this.#waiting.set(table, waiting);
    for (const row of rows) {
      waiting.push(row);
      if (waiting.length >= ROWS_PER_COPY) await this.#flush(table, waiting.splice(0));
    }
  }

  /** Writes what is left of the part, with its mark. It is not committed yet. */
  async finishPart(part: string): Promise<void> {
    for (const [table, rows] of this.#waiting) await this.#flush(table, rows.splice(0));
    await this.#running;
    this.#copies.length = 0;
    await this.#begin();
    if (this.dataSet === null) return;
    await this.client.query("INSERT INTO hub_log.loaded_part (data_set, part, rows) VALUES ($1, $2, $3)", [
      this.dataSet,
      part,
      this.#rows,
    ]);
  }

  async commit(): Promise<void> {
    await this.client.query("COMMIT");
    this.#open = false;
    this.#rows = 0;
  }

  /** Drops the open part. */
  async rollback(): Promise<void> {
    this.#waiting.clear();
    this.#copies.length = 0;
    await this.#running.catch(() => undefined);
    this.#running = Promise.resolve();
    this.#rows = 0;
    if (this.#open) await this.client.query("ROLLBACK");
    this.#open = false;
  }

  /** Marks the data set as complete and brings the planner's statistics up to date. */
  async complete(): Promise<void> {
    if (this.dataSet !== null) {
      await this.client.query("INSERT INTO hub_log.loaded_part (data_set, part, rows) VALUES ($1, '', 0)", [
        this.dataSet,
      ]);
    }
    const { rows } = await this.client.query<{ name: string }>(
      "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'hub_log', 'hub_summary')",
    );
    await this.client.query(`VACUUM (ANALYZE) ${rows.map(({ name }) => name).join(", ")}`);
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  async #begin(): Promise<void> {
    if (this.#open) return;
    await this.client.query("BEGIN");
    this.#open = true;
  }

  async #flush(table: string, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    const columns = this.tables.get(table);
    if (columns === undefined) {
      const known = [...this.tables.keys()].join(", ");
      throw new HubError("BAD_USER_INPUT", `Load: found table ${table} for ${this.owner}; expected one of ${known}.`);
    }
    const text = copyText(table, columns, rows);
    if (this.#copies.length >= COPIES_AHEAD) await this.#copies.shift();
    this.#running = this.#running.then(() => this.#copy(table, columns, text, rows.length));
    this.#running.catch(() => undefined);
    this.#copies.push(this.#running);
  }

  async #copy(table: string, columns: TableColumns, text: string, count: number): Promise<void> {
    await this.#begin();
    const names = [...columns.values()].map((name) => pg.escapeIdentifier(name)).join(", ");
    const stream = this.client.query(copyFrom(`COPY ${pg.escapeIdentifier(table)} (${names}) FROM STDIN`));
    stream.end(text);
    try {
      await once(stream, "finish");
    } catch (error) {
      throw refusal(this.owner, table, error as pg.DatabaseError);
    }
    this.#rows += count;
    this.onCopy(this.owner, table, count);
  }
}

function refusal(owner: OwnerName, table: string, error: pg.DatabaseError): HubError {
  const identifier = error.constraint === "school_identifier_names_one_school";
  const constraint = error.code?.startsWith("23") === true;
  const code = identifier ? "DUPLICATE_IDENTIFIER" : constraint ? "CONFLICT" : "BAD_USER_INPUT";
  const where = [error.detail, error.where].filter((text) => text !== undefined).join("; ");
  return new HubError(
    code,
    `Load: table ${table} of ${owner}: found rows the database refuses (${error.message}${where === "" ? "" : `; ${where}`}); expected rows that fit. Nothing of the part was kept.`,
    { owner, table, constraint: error.constraint ?? null },
  );
}
