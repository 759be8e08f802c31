import {
  Kind,
  parse,
  print,
  visit,
  type ASTNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
} from "graphql";
import type { Answer, Ask } from "./gateways.js";

const PREFIX = "safe_";
const UNWANTED = "unwanted";

/** The operation after @skip and @include: the planner lets a skipped field take a required one with it. */
function withoutConditions(query: string, variables: Readonly<Record<string, unknown>>): DocumentNode {
  const typename: FieldNode = {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: "__typename" },
    alias: { kind: Kind.NAME, value: UNWANTED },
  };
  const keeps = (directive: DirectiveNode): boolean => {
    const value = directive.arguments?.[0]?.value;
    const given =
      value?.kind === Kind.VARIABLE ? variables[value.name.value] : value?.kind === Kind.BOOLEAN && value.value;
    return (directive.name.value === "include") === given;
  };
  return visit(parse(query), {
    SelectionSet(set) {
      const kept = set.selections.filter((selection) => (selection.directives ?? []).every(keeps));
      const selections = kept.map((selection) => ({ ...selection, directives: [] }));
      return { ...set, selections: selections.length === 0 ? [typename] : selections };
    },
  });
}

/** The document without fragments and variables that nothing uses any more. */
function withoutUnused(document: DocumentNode): DocumentNode {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  const used = new Set<string>(operation === undefined ? [] : [""]);
  const variables = new Set<string>();
  const note = (node: ASTNode): void => {
    visit(node, {
      VariableDefinition: () => false,
      Variable: ({ name }) => void variables.add(name.value),
      FragmentSpread: ({ name }) => void used.add(name.value),
    });
  };
  if (operation !== undefined) note(operation);
  // A set grows while it is walked: fragments that fragments spread are met too.
  for (const name of used) {
    const fragment = document.definitions.find(
      (node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === name,
    );
    if (fragment !== undefined) note(fragment);
  }
  return visit(document, {
    FragmentDefinition: ({ name }) => (used.has(name.value) ? undefined : null),
    VariableDefinition: ({ variable }) => (variables.has(variable.name.value) ? undefined : null),
  });
}

/** The operation with aliases and variables that no field of any graph is called. */
function withSafeNames(query: string, variables: Readonly<Record<string, unknown>>): string {
  const name = (value: string) => ({ kind: Kind.NAME, value: `${PREFIX}${value}` }) as const;
  return print(
    visit(withoutUnused(withoutConditions(query, variables)), {
      Field: (node) => (node.alias === undefined ? undefined : { ...node, alias: name(node.alias.value) }),
      Variable: (node) => ({ ...node, name: name(node.name.value) }),
    }),
  );
}

function unsafe(key: string): string {
  return key.startsWith(PREFIX) ? key.slice(PREFIX.length) : key;
}

function withClientKeys(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withClientKeys);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const result: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (unsafe(key) === UNWANTED) {
      continue;
    }
    Object.defineProperty(result, unsafe(key), {
      value: withClientKeys(inner),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return result;
}

/**
 * Asks the stock gateway so that a client's alias cannot take the place of a key or required field, which the planner
 * mixes up, and gives the answer under the client's own keys.
 */
export function throughSafeNames(stock: Ask): Ask {
  return async (query, variables = {}) => {
    const safe = Object.fromEntries(Object.entries(variables).map(([name, value]) => [`${PREFIX}${name}`, value]));
    const answer = await stock(withSafeNames(query, variables), safe);
    const errors = answer.errors?.map((error) =>
      error.path
        ? { ...error, path: error.path.map((step) => (typeof step === "string" ? unsafe(step) : step)) }
        : error,
    );
    return {
      ...answer,
      ...(answer.data === undefined ? {} : { data: withClientKeys(answer.data) as Answer["data"] & object }),
      ...(errors ? { errors } : {}),
    };
  };
}

/** A value with the keys of every object in one order: the stock gateway's own order is not the specification's. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return typeof value === "object" && value !== null
    ? Object.entries(value)
        .map(([key, inner]) => [key, sorted(inner)])
        .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1))
    : value;
}
