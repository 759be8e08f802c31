import type { Execution } from "./execution.js";
import type { Path } from "./path.js";
import type { Data } from "./selection.js";

/** A field whose rows are resolved together. */
export interface DeferredField {
  /** The field's place among all fields of the operation. */
  readonly number: number;
  /** Resolves the rows and puts their values into the response; a promise while some are not there yet. Never fails. */
  readonly fill: (execution: Execution, rows: DeferredRows) => Promise<unknown> | undefined;
}

/** Rows of one field, by column: what it is read of, the object of the response it belongs to, and where that stands. */
export interface DeferredRows {
  readonly field: DeferredField;
  readonly sources: unknown[];
  readonly data: Data[];
  readonly above: (Path | undefined)[];
}

/** Fields of one execution that wait until every row that can be known now has been met. */
export class DeferredFields {
  readonly #execution: Execution;
  /** Rows of the next wave: in the order their fields were met, and by number of the field. */
  #rows: DeferredRows[] = [];
  #byField: (DeferredRows | undefined)[] = [];
  #added = 0;
  #running = 0;
  #waveFilled: PromiseWithResolvers<void> | undefined;
  #allFilled: PromiseWithResolvers<void> | undefined;

  constructor(execution: Execution) {
    this.#execution = execution;
  }

  /** How many rows were ever added: more than before means that something done since must be waited for. */
  get added(): number {
    return this.#added;
  }

  /** Adds a row; its field is resolved once all code under way has run. */
  add(field: DeferredField, source: unknown, data: Data, above: Path | undefined): void {
    let rows = this.#byField[field.number];
    if (rows === undefined) {
      rows = { field, sources: [], data: [], above: [] };
      this.#byField[field.number] = rows;
      if (this.#rows.push(rows) === 1) this.#start();
    }
    this.#added += 1;
    rows.sources.push(source);
    rows.data.push(data);
    rows.above.push(above);
  }

  /** Settles when all rows are filled, those they bring up included; undefined when there are none. */
  allFilled(): Promise<void> | undefined {
    if (this.#running === 0) return undefined;
    this.#allFilled ??= Promise.withResolvers<void>();
    return this.#allFilled.promise;
  }

  /** Settles when the rows added since the last wave are filled, those they bring up included. */
  waveFilled(): Promise<void> {
    this.#waveFilled ??= Promise.withResolvers<void>();
    return this.#waveFilled.promise;
  }

  /** Nobody is to wait any longer. */
  release(): void {
    this.#allFilled?.resolve();
  }

  #start(): void {
    this.#running += 1;
    queueMicrotask(() => this.#resolveWave());
  }

  #resolveWave(): void {
    const rows = this.#rows;
    const filled = this.#waveFilled;
    this.#rows = [];
    this.#byField = [];
    this.#waveFilled = undefined;
    const waiting: Promise<unknown>[] = [];
    for (const ofField of rows) {
      const promise = ofField.field.fill(this.#execution, ofField);
      if (promise !== undefined) waiting.push(promise);
    }
    const end = (): void => {
      filled?.resolve();
      this.#running -= 1;
      if (this.#running === 0) this.#allFilled?.resolve();
    };
    if (waiting.length === 0) end();
    else void Promise.all(waiting).then(end);
  }
}
