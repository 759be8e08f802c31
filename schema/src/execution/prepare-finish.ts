import { isNonNullType, type GraphQLOutputType, type GraphQLResolveInfo } from "graphql";
import { prepareComplete } from "./complete-value.js";
import type { Execution } from "./execution.js";
import type { FieldContext } from "./field-context.js";
import { isPromise } from "./graphql-promise.js";
import { pathTo, type Path } from "./path.js";

/**
 * Completes what stands at a place, or gives the promise of what will. Throws only what fails at once.
 *
 * @param path of the place; undefined where nothing lies below it
 * @param above the place it lies in
 * @param key of the place there
 */
type Finish = (
  execution: Execution,
  value: unknown,
  path: Path | undefined,
  above: Path | undefined,
  key: string | number,
  info: GraphQLResolveInfo | undefined,
) => unknown;

/**
 * Prepares it for the values of a field or, without a `typename`, for the items of its lists.
 *
 * What waits is apart from what does not, as a function in a function costs every call of the outer one.
 */
export function prepareFinish(field: FieldContext, type: GraphQLOutputType, typename: string | undefined): Finish {
  const { nodes } = field;
  const complete = prepareComplete(field, type);
  const nullable = !isNonNullType(type);

  const completeKept = (
    execution: Execution,
    value: Promise<unknown>,
    path: Path | undefined,
    info: GraphQLResolveInfo | undefined,
  ): unknown => value.then((kept) => complete(execution, kept, path!, info));

  const catchLater = (
    execution: Execution,
    completed: Promise<unknown>,
    path: Path | undefined,
    above: Path | undefined,
    key: string | number,
  ): Promise<unknown> =>
    completed.then(undefined, (raw: unknown) =>
      execution.errors.nullFor(raw, nodes, nullable, path ?? pathTo(above, key, typename)),
    );

  return (execution, value, path, above, key, info) => {
    const completed = isPromise(value)
      ? completeKept(execution, value, path, info)
      : complete(execution, value, path!, info);
    return isPromise(completed) ? catchLater(execution, completed, path, above, key) : completed;
  };
}
