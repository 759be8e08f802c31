import type { FieldNode, GraphQLField, GraphQLObjectType } from "graphql";
import type { Selection } from "./selection.js";

/** What is known of a field of an operation before it runs. */
export interface FieldContext {
  readonly key: string;
  /** The field whose value holds this one; undefined for a field of the operation itself. */
  readonly above: FieldContext | undefined;
  readonly parentType: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  /** All selections of the key, the first of which gives the arguments. */
  readonly nodes: readonly FieldNode[];
  /** The field's place among all fields of the operation. */
  readonly number: number;
  /** What is selected of the field when its value is of this type; collected once. */
  readonly selectionOf: (type: GraphQLObjectType) => Selection;
}
