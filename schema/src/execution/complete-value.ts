import {
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from "graphql";
import { completeAbstract } from "./complete-abstract.js";
import { prepareLeaf } from "./complete-leaf.js";
import { completeList } from "./complete-list.js";
import { completeObject } from "./complete-object.js";
import type { Execution } from "./execution.js";
import type { FieldContext } from "./field-context.js";
import type { Path } from "./path.js";

/**
 * Turns what a resolver gave into what the response holds; throws, or rejects, when it cannot.
 *
 * @param info of the field; given wherever telling the type of a value takes it
 */
export type Complete = (
  execution: Execution,
  value: unknown,
  path: Path,
  info: GraphQLResolveInfo | undefined,
) => unknown;

/** Prepares the completion of values of a type in a field. */
export function prepareComplete(field: FieldContext, type: GraphQLOutputType): Complete {
  if (isNonNullType(type)) return completeNonNull(field, prepareComplete(field, type.ofType));
  if (isListType(type)) return completeList(field, type.ofType);
  if (isLeafType(type)) {
    const complete = prepareLeaf(type);
    return (_execution, value) => complete(value);
  }
  return isAbstractType(type) ? completeAbstract(field, type) : completeObject(field, type);
}

function completeNonNull({ parentType, definition }: FieldContext, complete: Complete): Complete {
  return (execution, value, path, info) => {
    const completed = complete(execution, value, path, info);
    if (completed === null) {
      throw new Error(`Cannot return null for non-nullable field ${parentType.name}.${definition.name}.`);
    }
    return completed;
  };
}
