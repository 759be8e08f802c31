/**
 * What the schools of an area are listed with, by column, one slot a school in the order of its `schoolIds`.
 *
 * Travels between subgraphs as one opaque scalar.
 */
export interface NameTable {
  readonly name: readonly string[];
  /** ISO dates; null for a school that is open. */
  readonly closedOn: readonly (string | null)[];
}
