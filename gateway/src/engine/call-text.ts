import {
  Kind,
  OperationTypeNode,
  print,
  stripIgnoredCharacters,
  visit,
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from "graphql";
import type { CompiledFetch } from "./compile-fetch.js";

/** What the merged request calls the entities of its n-th part, and their representations. */
export function entitiesAlias(part: number): string {
  return `entities_${part}`;
}

export function representationsName(part: number): string {
  return `representations_${part}`;
}

const REPRESENTATIONS = "representations";

interface Part {
  readonly root: FieldNode;
  readonly variables: readonly VariableDefinitionNode[];
  readonly fragments: readonly DefinitionNode[];
  readonly directives: readonly DirectiveNode[];
}

/** One fetch's document with names of its own, so that it can stand beside others. */
function isolate(document: DocumentNode, part: number): Part {
  const renamed = visit(document, {
    Variable: (node) =>
      node.name.value === REPRESENTATIONS
        ? { ...node, name: { kind: Kind.NAME, value: representationsName(part) } }
        : undefined,
    FragmentSpread: (node) => ({ ...node, name: { kind: Kind.NAME, value: `${node.name.value}_${part}` } }),
    FragmentDefinition: {
      leave: (node) => ({ ...node, name: { kind: Kind.NAME, value: `${node.name.value}_${part}` } }),
    },
  });
  const operation = renamed.definitions.find(
    (node) => node.kind === Kind.OPERATION_DEFINITION,
  ) as OperationDefinitionNode;
  const root = operation.selectionSet.selections[0] as FieldNode;
  return {
    root: { ...root, alias: { kind: Kind.NAME, value: entitiesAlias(part) } },
    variables: operation.variableDefinitions ?? [],
    directives: operation.directives ?? [],
    fragments: renamed.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION),
  };
}

/** One request that asks what several entity fetches ask. Variables of the client keep their names. */
export function mergedText(fetches: readonly CompiledFetch[]): string {
  const parts = fetches.map((fetch, part) => isolate(fetch.document, part));
  const variables = new Map(parts.flatMap((part) => part.variables.map((node) => [node.variable.name.value, node])));
  const operation: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    variableDefinitions: [...variables.values()],
    // The client's operation is one, and so are its directives.
    directives: parts[0]?.directives ?? [],
    selectionSet: { kind: Kind.SELECTION_SET, selections: parts.map((part) => part.root) },
  };
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [operation, ...parts.flatMap((part) => part.fragments)],
  };
  return stripIgnoredCharacters(print(document));
}
