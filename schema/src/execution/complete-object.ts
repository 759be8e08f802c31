import { GraphQLError, type GraphQLObjectType } from "graphql";
import { inspect } from "graphql/jsutils/inspect.js";
import type { Complete } from "./complete-value.js";
import type { FieldContext } from "./field-context.js";
import { isPromise } from "./graphql-promise.js";

/** Completes values of an object type by reading what is selected of them; a type that can tell them is asked first. */
export function completeObject({ nodes, selectionOf }: FieldContext, type: GraphQLObjectType): Complete {
  const refuse = (value: unknown): never => {
    throw new GraphQLError(`Expected value of type "${type.name}" but got: ${inspect(value)}.`, { nodes });
  };

  return (execution, value, path, info) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Error) throw value;
    const selection = selectionOf(type);
    if (type.isTypeOf === null || type.isTypeOf === undefined) return selection.execute(execution, value, path);

    const matches = type.isTypeOf(value, execution.context, info!);
    if (isPromise(matches)) {
      return matches.then((matched) => (matched ? selection.execute(execution, value, path) : refuse(value)));
    }
    return matches ? selection.execute(execution, value, path) : refuse(value);
  };
}
