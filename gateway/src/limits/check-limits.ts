import { HubError, type ErrorCode } from "@hub/schema";
import { Kind, type DocumentNode, type OperationDefinitionNode } from "graphql";
import type { Limits } from "./limits.js";
import { measureDocument, type DocumentSize, type PageArgument } from "./measure-document.js";

type Variables = Readonly<Record<string, unknown>>;

const sizes = new WeakMap<DocumentNode, DocumentSize>();

function sizeOf(document: DocumentNode): DocumentSize {
  const known = sizes.get(document);
  if (known !== undefined) return known;
  const size = measureDocument(document);
  sizes.set(document, size);
  return size;
}

function refuse(code: ErrorCode, subject: string, unit: string, found: number, limit: number): never {
  throw new HubError(code, `${subject}: found ${found} ${unit}; expected at most ${limit}.`, {
    found,
    limit,
    http: { status: 400 },
  });
}

function longestListIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  let longest = Array.isArray(value) ? value.length : 0;
  for (const inner of Array.isArray(value) ? value : Object.values(value)) {
    if (typeof inner === "object") longest = Math.max(longest, longestListIn(inner));
  }
  return longest;
}

function pageSize({ value }: PageArgument, operation: OperationDefinitionNode, variables: Variables): number {
  if (typeof value === "number") return value;
  const given = variables[value.variable];
  if (given !== undefined) return Number(given);
  const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === value.variable);
  return definition?.defaultValue?.kind === Kind.INT ? Number(definition.defaultValue.value) : 0;
}

/**
 * Refuses an operation that asks for more than the limits allow; before it is planned.
 *
 * Throws DEPTH_LIMIT_EXCEEDED, ALIAS_LIMIT_EXCEEDED or PAGE_LIMIT_EXCEEDED with `found` and `limit`.
 */
export function checkLimits(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  limits: Limits,
): void {
  const size = sizeOf(document);
  const { depth, aliases } = size.sizeOf(operation);
  const name = operation.name === undefined ? "Operation" : `Operation "${operation.name.value}"`;
  if (depth > limits.depth) refuse("DEPTH_LIMIT_EXCEEDED", name, "levels of fields", depth, limits.depth);
  if (aliases > limits.aliases) refuse("ALIAS_LIMIT_EXCEEDED", name, "aliases", aliases, limits.aliases);

  for (const page of size.pages) {
    const rows = pageSize(page, operation, variables);
    if (rows > limits.pageSize) {
      refuse("PAGE_LIMIT_EXCEEDED", `Argument "${page.argument}" of "${page.field}"`, "rows", rows, limits.pageSize);
    }
  }
  const longest = Math.max(size.longestList, longestListIn(variables));
  if (longest > limits.listLength)
    refuse("PAGE_LIMIT_EXCEEDED", `${name}, a list in it`, "values", longest, limits.listLength);
}
