import type { Json } from "@hub/schema";
import { Kind, parse, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from "graphql";

/** An answer as a table: a column per leaf of the operation, a row per innermost list item. */
export interface Rows {
  /** Response paths without list indexes, `county.townships.name`, in the order of the operation. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Json[])[];
}

type Row = ReadonlyMap<string, Json>;

/** Leaves of an operation, as paths of response names; so an empty answer has columns too. */
function leavesOf(document: DocumentNode): string[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const walk = (selectionSet: SelectionSetNode | undefined, path: string): string[] =>
    (selectionSet?.selections ?? []).flatMap((node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) return walk(fragments.get(node.name.value)?.selectionSet, path);
      if (node.kind === Kind.INLINE_FRAGMENT) return walk(node.selectionSet, path);
      const name = node.alias?.value ?? node.name.value;
      const own = path === "" ? name : `${path}.${name}`;
      return node.selectionSet === undefined ? [own] : walk(node.selectionSet, own);
    });
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  return [...new Set(walk(operation?.selectionSet, ""))];
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Rows of one value: an object's lists follow each other, each beside the object's own values. */
function rowsOf(value: Json, path: string): Row[] {
  if (Array.isArray(value)) {
    if (value.some((item: Json) => isObject(item))) return value.flatMap((item: Json) => rowsOf(item, path));
    return [new Map([[path, value.length === 0 ? null : value.join("; ")]])];
  }
  if (!isObject(value)) return [new Map([[path, value]])];

  const own = new Map<string, Json>();
  const lists: Row[][] = [];
  for (const [name, inner] of Object.entries(value)) {
    const rows = rowsOf(inner, path === "" ? name : `${path}.${name}`);
    if (rows.length === 1) for (const [column, cell] of rows[0] ?? []) own.set(column, cell);
    else if (rows.length > 1) lists.push(rows);
  }
  if (lists.length === 0) return [own];
  return lists.flat().map((row) => new Map([...own, ...row]));
}

/** Explodes an answer's data to rows. A cell nothing was said about is null, never zero. */
export function explode(document: string, data: Json): Rows {
  const columns = leavesOf(parse(document));
  const rows = rowsOf(data, "").map((row) => columns.map((column) => row.get(column) ?? null));
  return { columns, rows: rows.filter((row) => row.some((cell) => cell !== null)) };
}
