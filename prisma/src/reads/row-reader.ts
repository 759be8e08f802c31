import type pg from "pg";
import { databaseTypes } from "../database-types.js";
import type { ShortTexts } from "./short-texts.js";

/** Reads the rows of a prepared statement: by their columns' names, or as lists of values. */
export interface RowReader {
  readonly fields: pg.FieldDef[];
  /** From a DataRow message whose body begins at `at`. */
  read(texts: ShortTexts, at: number, asList: boolean): object;
  /** From the values of a message taken apart already. */
  take(values: readonly (string | null)[], asList: boolean): object;
}

/** A reader of the rows PostgreSQL describes so; values as `databaseTypes` reads them. */
export function createRowReader(fields: pg.FieldDef[]): RowReader {
  const names = fields.map(({ name }) => name);
  const parsers = fields.map(({ dataTypeID }): ((text: string) => unknown) =>
    databaseTypes.getTypeParser(dataTypeID, "text"),
  );
  // Copying a row of the right shape is faster than growing one; a list takes its places the same way.
  const blank = Object.fromEntries(names.map((name) => [name, null]));
  const blankList = names.map(() => null);
  const places = names.map((_, index) => index);
  const emptyRow = (asList: boolean): Record<PropertyKey, unknown> =>
    asList ? (blankList.slice() as never) : { ...blank };
  return {
    fields,
    read(texts, at, asList) {
      const row = emptyRow(asList);
      const keys = asList ? places : names;
      let next = at + 2;
      for (let index = 0; index < parsers.length; index += 1) {
        const start = next + 4;
        const length = texts.bytes.readInt32BE(next);
        next = start + Math.max(length, 0);
        row[keys[index] as PropertyKey] = length === -1 ? null : parsers[index]?.(texts.text(start, next));
      }
      return row;
    },
    take(values, asList) {
      const row = emptyRow(asList);
      const keys = asList ? places : names;
      for (const [index, text] of values.entries()) {
        row[keys[index] as PropertyKey] = text === null ? null : parsers[index]?.(text);
      }
      return row;
    },
  };
}
