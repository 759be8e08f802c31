import type { OwnerName } from "@hub/schema";

/** A value a record may hold; a missing key and null both mean "no value". Dates are `YYYY-MM-DD`, money is a string. */
export type LoadValue = string | number | bigint | boolean | Date | null | undefined | readonly (string | number)[];

/**
 * Records of one table of one owner, on their way into its database.
 *
 * `table` is the table's name (`school_identifier`); the keys of a row are the field names of the Prisma model
 * (`schoolId`), in any order. A generator yields batches of any size, of any tables, interleaved.
 */
export interface LoadBatch {
  readonly owner: OwnerName;
  readonly table: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/**
 * What is loaded as a whole or not at all: usually the records of one county, named by its code.
 *
 * `name` is unique within a data set. `batches` is only called when the part is not loaded yet.
 */
export interface LoadPart {
  readonly name: string;
  readonly batches: () => Iterable<LoadBatch> | AsyncIterable<LoadBatch>;
}
