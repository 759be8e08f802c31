/** A request body that is no more than an operation and its variables. */
export interface PlainRequest {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

const FIELDS = new Set(["query", "operationName", "variables"]);

/** Reads a body; null for anything a client rarely sends: batches, extensions, faults. */
export function readOperation(body: string): PlainRequest | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return null;
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return null;
  for (const field in parsed) if (!FIELDS.has(field)) return null;
  const { query, operationName = null, variables = null } = parsed as Record<string, unknown>;
  if (typeof query !== "string" || query === "") return null;
  if (operationName !== null && (typeof operationName !== "string" || operationName === "")) return null;
  if (typeof variables !== "object" || Array.isArray(variables)) return null;
  return {
    query,
    operationName: operationName ?? undefined,
    variables: (variables ?? {}) as Readonly<Record<string, unknown>>,
  };
}
