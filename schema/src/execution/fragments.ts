import { Kind, type DocumentNode, type FragmentDefinitionNode, type GraphQLResolveInfo } from "graphql";

/** Fragments of a document by name. */
export type Fragments = GraphQLResolveInfo["fragments"];

export function fragmentsOf(document: DocumentNode): Fragments {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return fragments;
}
