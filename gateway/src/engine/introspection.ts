import {
  executeSync,
  Kind,
  OperationTypeNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import type { FieldShape } from "./response-shape.js";

/** Answers `__schema` and `__type` from the schema clients see. */
export function introspect(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Iterable<FragmentDefinitionNode>,
  variables: Readonly<Record<string, unknown>>,
  field: FieldShape,
): unknown {
  const definition: OperationDefinitionNode = {
    ...operation,
    operation: OperationTypeNode.QUERY,
    selectionSet: { kind: Kind.SELECTION_SET, selections: field.nodes },
  };
  const document = { kind: Kind.DOCUMENT, definitions: [definition, ...fragments] } as const;
  const result = executeSync({ schema, document, variableValues: variables });
  return result.data?.[field.responseKey] ?? null;
}
