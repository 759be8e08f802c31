import { columnsOfChain } from "./columns-of-chain";
import { explodeRows, factCellsOf } from "./explode-rows";
import { listChains } from "./list-chains";
import { isRecord, type Shape, type Value } from "./shape";
import { markLists } from "./shape-of-data";
import type { Table } from "./table";

/**
 * The tables of an answer: one for each list of objects, or for a root field without a list.
 *
 * A root field that is null and has no list gives a table without rows. Data is the `data` of the answer.
 */
export function tablesOfAnswer(data: Value, shapes: readonly Shape[]): readonly Table[] {
  if (!isRecord(data)) return [];
  return markLists(shapes, data).flatMap((root) =>
    listChains(root).map((chain) => {
      const columns = columnsOfChain(root, chain);
      const factCount = chain.length === 0 ? 0 : columns.filter(({ level }) => level === 0).length;
      const absent = chain.length === 0 && root.fields.length > 0 && !isRecord(data[root.key]);
      return {
        name: (chain.at(-1) ?? [root.key]).filter((key) => key !== "edges" && key !== "node").join("."),
        facts: columns.slice(0, factCount),
        columns: columns.slice(factCount),
        rows: absent ? [] : explodeRows(data, chain, columns),
        factCells: chain.length === 0 ? [] : factCellsOf(data, columns),
      };
    }),
  );
}
