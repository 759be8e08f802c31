import type { SubgraphRequest, SubgraphResult } from "../transport/transport.js";

/** One list of representations of a request, and which of them must be asked about. */
export interface EntityPart {
  readonly variable: string;
  /** Name of the list of answers in `data`. */
  readonly field: string;
  readonly representations: readonly unknown[];
  /** Answers known already, by place; undefined for those to ask. */
  readonly known: readonly ({ readonly entity: unknown } | undefined)[];
  /** Places to ask about. */
  readonly missing: readonly number[];
}

const REPRESENTATIONS = /^representations(_\d+)?$/;

/** The lists of representations among a request's variables, and what else it gives. */
export function splitVariables(variables: Readonly<Record<string, unknown>>): {
  readonly lists: readonly (readonly [string, readonly unknown[]])[];
  readonly others: readonly (readonly [string, unknown])[];
} {
  const lists: [string, readonly unknown[]][] = [];
  const others: [string, unknown][] = [];
  for (const [name, value] of Object.entries(variables)) {
    if (REPRESENTATIONS.test(name) && Array.isArray(value)) lists.push([name, value]);
    else others.push([name, value]);
  }
  return { lists, others };
}

/** What the answers to a list of representations are called. */
export function fieldOf(variable: string): string {
  return variable === "representations" ? "_entities" : variable.replace("representations", "entities");
}

/** The request without the representations whose answers are known. */
export function reduced(request: SubgraphRequest, parts: readonly EntityPart[]): SubgraphRequest {
  const lists = parts.map(({ variable, representations, missing }) => [
    variable,
    missing.map((place) => representations[place]),
  ]);
  return { ...request, variables: { ...request.variables, ...Object.fromEntries(lists) } };
}

/** Known answers and those just given, in the order of the representations. */
export function joined(
  parts: readonly EntityPart[],
  asked: Readonly<Record<string, unknown>>,
): NonNullable<SubgraphResult["data"]> {
  const lists = parts.map(({ field, known, missing }) => {
    const entities: unknown[] = known.map((entry) => entry?.entity);
    const given = (asked[field] ?? []) as readonly unknown[];
    missing.forEach((place, index) => (entities[place] = given[index]));
    return [field, entities] as const;
  });
  return { ...asked, ...Object.fromEntries(lists) };
}

/** Errors at the places the caller knows. */
export function relocated(
  parts: readonly EntityPart[],
  errors: NonNullable<SubgraphResult["errors"]>,
): NonNullable<SubgraphResult["errors"]> {
  return errors.map((error) => {
    const [field, index, ...rest] = error.path ?? [];
    const part = parts.find((candidate) => candidate.field === field);
    const place = typeof index === "number" ? part?.missing[index] : undefined;
    return place === undefined ? error : { ...error, path: [field as string, place, ...rest] };
  });
}

/** About how many bytes a value takes, without writing it. */
export function sizeOf(value: unknown): number {
  if (typeof value === "string") return 24 + 2 * value.length;
  if (typeof value !== "object" || value === null) return 8;
  let size = 40;
  for (const inner of Object.values(value)) size += 16 + sizeOf(inner);
  return size;
}
