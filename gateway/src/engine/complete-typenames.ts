import {
  isAbstractType,
  Kind,
  print,
  stripIgnoredCharacters,
  type DocumentNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { TYPENAME } from "./documents.js";
import type { TypeConditions } from "./type-conditions.js";

/** A fetch's document and its text. */
export interface FetchText {
  readonly document: DocumentNode;
  readonly text: string;
}

const ROOTS = { query: "Query", mutation: "Mutation", subscription: "Subscription" } as const;

function asksTypename({ selections }: SelectionSetNode): boolean {
  return selections.some(
    (selection) =>
      selection.kind === Kind.FIELD && selection.name.value === "__typename" && selection.alias === undefined,
  );
}

class Completion {
  changed = false;
  readonly #types: TypeConditions;

  constructor(types: TypeConditions) {
    this.#types = types;
  }

  set(set: SelectionSetNode, parent: string | undefined): SelectionSetNode {
    return { ...set, selections: set.selections.map((selection) => this.#selection(selection, parent)) };
  }

  #selection(selection: SelectionNode, parent: string | undefined): SelectionNode {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const type = selection.typeCondition?.name.value ?? parent;
      return { ...selection, selectionSet: this.set(selection.selectionSet, type) };
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD || selection.selectionSet === undefined) {
      return selection;
    }
    const type = parent === undefined ? undefined : this.#types.objectsOf(parent, selection.name.value);
    const selectionSet = this.set(selection.selectionSet, type?.name);
    if (!isAbstractType(type) || asksTypename(selectionSet)) {
      return { ...selection, selectionSet };
    }
    this.changed = true;
    return { ...selection, selectionSet: { ...selectionSet, selections: [TYPENAME, ...selectionSet.selections] } };
  }
}

/**
 * Asks for `__typename` wherever the supergraph's type leaves it open.
 *
 * The planner asks for it only where the subgraph's own type leaves it open; but where that is one object type of several
 * that clients may see, the answer must say which.
 */
export function completeTypenames(fetch: FetchText, types: TypeConditions): FetchText {
  const completion = new Completion(types);
  const definitions = fetch.document.definitions.map((node) => {
    if (node.kind === Kind.OPERATION_DEFINITION) {
      return { ...node, selectionSet: completion.set(node.selectionSet, ROOTS[node.operation]) };
    }
    return node.kind === Kind.FRAGMENT_DEFINITION
      ? { ...node, selectionSet: completion.set(node.selectionSet, node.typeCondition.name.value) }
      : node;
  });
  if (!completion.changed) {
    return fetch;
  }
  const document: DocumentNode = { ...fetch.document, definitions };
  return { document, text: stripIgnoredCharacters(print(document)) };
}
