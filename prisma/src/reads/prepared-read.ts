import { holdWrites } from "@hub/schema";
import type pg from "pg";
import { readsOf, type RowTaker } from "./connection-reads.js";
import type { ParameterText } from "./parameter-texts.js";
import { createRowReader, type RowReader } from "./row-reader.js";
import { runMessage } from "./run-message.js";
import type { ShortTexts } from "./short-texts.js";

/** A statement prepared under its name, with its parameters. */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
  readonly parameters: readonly ParameterText[];
  /** Rows as lists of values, not by their columns' names. */
  readonly asLists: boolean;
}

/** What pg keeps of the statements of a connection; its types do not tell of it. */
interface NamedStatements {
  readonly parsedStatements: Record<string, string | undefined>;
  readonly submittedNamedStatements: Record<string, string | undefined>;
}

/** What a statement gave, as pg tells it. */
export class ReadResult {
  readonly rows: object[] = [];
  readonly oid = 0;
  fields: pg.FieldDef[] = [];
  /** What PostgreSQL says it did, such as `SELECT 5`. */
  tag = "";

  get command(): string {
    return this.tag.split(" ", 1)[0] ?? "";
  }

  get rowCount(): number | null {
    const count = this.tag.slice(this.tag.lastIndexOf(" ") + 1);
    return /^\d+$/.test(count) ? Number(count) : null;
  }
}

/**
 * Runs a named statement on a client of pg, as `client.query` takes it.
 *
 * pg's own query asks what the columns are each time and sends four messages one by one; PostgreSQL never lets a prepared
 * statement change its columns, so this one asks once a connection. Names and texts are noted where pg notes its own.
 */
export class PreparedRead implements pg.Submittable, RowTaker {
  readonly name: string;
  readonly text: string;
  readonly #statement: NamedStatement;
  readonly #result = new ReadResult();
  #reader: RowReader | undefined;
  #connection: pg.Connection | undefined;
  #fault: unknown;

  constructor(
    statement: NamedStatement,
    readonly callback: (error: unknown, result?: ReadResult) => void,
  ) {
    this.name = statement.name;
    this.text = statement.text;
    this.#statement = statement;
  }

  submit(connection: pg.Connection): Error | null {
    const { name, text, parameters } = this.#statement;
    const { parsedStatements, submittedNamedStatements } = connection as pg.Connection & NamedStatements;
    const prepared = parsedStatements[name];
    if (prepared !== undefined && prepared !== text) {
      return new Error(`Prepared statements must be unique: found "${name}" for two texts; expected a name for each`);
    }
    const reads = readsOf(connection);
    this.#connection = connection;
    this.#reader = reads.readers.get(name);
    reads.running = this;
    holdWrites(connection.stream);
    if (prepared === undefined) {
      connection.parse({ name, text, types: [] }, true);
      submittedNamedStatements[name] = text;
    }
    const message = runMessage(name, parameters, this.#reader === undefined);
    if (connection.stream.writable) connection.stream.write(message, "latin1");
    return null;
  }

  get takesRows(): boolean {
    return this.#reader !== undefined;
  }

  takeRow(texts: ShortTexts, at: number): void {
    this.#add((reader, asLists) => reader.read(texts, at, asLists));
  }

  handleRowDescription({ fields }: { readonly fields: pg.FieldDef[] }): void {
    this.#reader = createRowReader(fields);
    if (this.#connection !== undefined) readsOf(this.#connection).readers.set(this.name, this.#reader);
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    this.#add((reader, asLists) => reader.take(fields, asLists));
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.#result.tag = text;
  }

  handleReadyForQuery(): void {
    if (this.#reader !== undefined) this.#result.fields = this.#reader.fields;
    this.#end(this.#fault);
  }

  handleError(error: unknown): void {
    this.#end(this.#fault ?? error);
  }

  handleEmptyQuery(): void {}

  handleCopyInResponse(connection: { sendCopyFail(reason: string): void }): void {
    connection.sendCopyFail("No source stream defined");
  }

  handleCopyData(): void {}

  /** What cannot be read fails the statement once it has ended. */
  #add(read: (reader: RowReader, asLists: boolean) => object): void {
    if (this.#reader === undefined || this.#fault !== undefined) return;
    try {
      this.#result.rows.push(read(this.#reader, this.#statement.asLists));
    } catch (error) {
      this.#fault = error;
    }
  }

  #end(error: unknown): void {
    if (this.#connection !== undefined) readsOf(this.#connection).running = undefined;
    this.callback(error, this.#result);
  }
}
