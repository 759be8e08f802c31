import { columnsOfChain, type PlacedColumn } from "./columns-of-chain";
import { explodeRows, factCellsOf } from "./explode-rows";
import { listChains, type ListChain } from "./list-chains";
import { isRecord, type Shape, type Value } from "./shape";
import { markLists } from "./shape-of-data";
import type { Table } from "./table";

function tableOf(data: Value, root: Shape, chain: ListChain, columns: readonly PlacedColumn[]): Table {
  const factCount = chain.length === 0 ? 0 : columns.filter(({ level }) => level === 0).length;
  const absent = chain.length === 0 && root.fields.length > 0 && !(isRecord(data) && isRecord(data[root.key]));
  return {
    name: (chain.at(-1) ?? [root.key]).filter((key) => key !== "edges" && key !== "node").join("."),
    facts: columns.slice(0, factCount),
    columns: columns.slice(factCount),
    rows: absent ? [] : explodeRows(data, chain, columns),
    factCells: chain.length === 0 ? [] : factCellsOf(data, columns),
  };
}

/** Whether a column stands on the way down to a chain's first list, and not on a branch beside it. */
function isAbove(column: PlacedColumn, chain: ListChain): boolean {
  return column.level > 0 || column.path.slice(0, -1).every((key, index) => chain[0]?.[index] === key);
}

function tablesOfRoot(data: Value, root: Shape): readonly Table[] {
  const chains = listChains(root);
  if (chains.length === 1) return chains.map((chain) => tableOf(data, root, chain, columnsOfChain(root, chain)));
  const record = columnsOfChain(root, []);
  const lists = chains.map((chain) => {
    const columns = columnsOfChain(root, chain).filter((column) => isAbove(column, chain));
    return tableOf(data, root, chain, columns);
  });
  return record.length === 0 ? lists : [tableOf(data, root, [], record), ...lists];
}

/**
 * The tables of an answer: one for each list of objects, or for a root field without a list.
 *
 * Where lists stand side by side, what stands above them all comes first as a table of one row. A root field that is
 * null gives tables without rows. Data is the `data` of the answer.
 */
export function tablesOfAnswer(data: Value, shapes: readonly Shape[]): readonly Table[] {
  if (!isRecord(data)) return [];
  return markLists(shapes, data).flatMap((root) => tablesOfRoot(data, root));
}
