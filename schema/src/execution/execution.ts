import type { FieldNode, GraphQLResolveInfo, GraphQLSchema, OperationDefinitionNode } from "graphql";
import type { GraphQLError } from "graphql";
import { CollectedErrors } from "./collected-errors.js";
import { DeferredFields } from "./deferred-fields.js";
import type { Path } from "./path.js";

/** What all resolvers of one execution are told alike. */
export type OperationInfo = Pick<
  GraphQLResolveInfo,
  "schema" | "fragments" | "rootValue" | "operation" | "variableValues"
>;

/** One run of a prepared operation. */
export class Execution implements OperationInfo {
  readonly errors = new CollectedErrors();
  /** Fields resolved for all their rows together. */
  readonly deferred = new DeferredFields(this);
  /** Places made null after what lies there was put into the response; `undefined` is the whole of it. */
  readonly nulled: (Path | undefined)[] = [];
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: GraphQLResolveInfo["fragments"];
  readonly variableValues: Record<string, unknown>;
  readonly rootValue: unknown;
  readonly context: unknown;
  /** By number of a field: its arguments, once they are known to be the same in every row. */
  readonly args: Readonly<Record<string, unknown>>[] = [];
  readonly #nodes: (readonly FieldNode[])[] = [];

  constructor(info: OperationInfo, context: unknown) {
    this.schema = info.schema;
    this.operation = info.operation;
    this.fragments = info.fragments;
    this.variableValues = info.variableValues;
    this.rootValue = info.rootValue;
    this.context = context;
  }

  /** Notes the error of a place that becomes null though a value stands there already. */
  fail(error: GraphQLError, place: Path | undefined): void {
    this.errors.add(error, place);
    this.nulled.push(place);
    if (place === undefined) this.deferred.release();
  }

  /** The nodes of a field, a list of this execution alone: caches of one request may be keyed by it. */
  nodesOf(number: number, nodes: readonly FieldNode[]): readonly FieldNode[] {
    return (this.#nodes[number] ??= [...nodes]);
  }
}
