import type { ListChain } from "./list-chains";
import { makesRows } from "./list-chains";
import type { Shape } from "./shape";
import type { Column } from "./table";

/** A column with the place its cells come from. */
export interface PlacedColumn extends Column {
  /** Number of lists that stand above the column. */
  readonly level: number;
  /** Path from the item of that list, or from the answer at level 0. */
  readonly path: readonly string[];
}

/** Parts of the connection pattern that say nothing to a reader of a table. */
const wrappers = new Set(["edges", "node", "nodes"]);
const hidden = new Set(["__typename", "pageInfo", "cursor"]);

const samePath = (left: readonly string[] | undefined, right: readonly string[]): boolean =>
  left?.join("\n") === right.join("\n");

/** The columns a chain of lists gives, those of the outer lists first, each level in the order of the operation. */
export function columnsOfChain(root: Shape, chain: ListChain): readonly PlacedColumn[] {
  const columns: PlacedColumn[] = [];

  /** Columns of the innermost list, or of an answer without lists, bear their own path; others their list's name too. */
  function labelOf(path: readonly string[], level: number): string {
    const start = chain.length === 0 ? Math.min(1, path.length - 1) : (chain[level - 1]?.length ?? 0);
    const innermost = level === chain.length && level > 0;
    const prefix = innermost ? [] : (chain[level - 1] ?? []).filter((key) => !wrappers.has(key)).slice(-1);
    const own = path.slice(start).filter((key) => !wrappers.has(key));
    return [...prefix, ...(own.length === 0 ? path.slice(-1) : own)].join(".");
  }

  function visit(shape: Shape, before: readonly string[], above: readonly (string | null)[], outer: number): void {
    if (hidden.has(shape.key)) return;
    const path = [...before, shape.key];
    const descriptions = [...above, shape.description];
    if (shape.fields.length === 0) {
      const label = labelOf(path, outer);
      const taken = columns.some((column) => column.label === label);
      columns.push({
        label: taken ? path.join(".") : label,
        numeric: shape.numeric,
        description: shape.description,
        pathDescriptions: descriptions.slice(-label.split(".").length),
        level: outer,
        path: path.slice(chain[outer - 1]?.length ?? 0),
      });
      return;
    }
    const entersNext = makesRows(shape) && samePath(chain[outer], path);
    if (makesRows(shape) && !entersNext) return;
    for (const field of shape.fields) visit(field, path, descriptions, entersNext ? outer + 1 : outer);
  }

  visit(root, [], [], 0);
  return columns.toSorted((left, right) => left.level - right.level);
}
