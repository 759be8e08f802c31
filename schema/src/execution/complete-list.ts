import { GraphQLError, isNonNullType, type GraphQLOutputType } from "graphql";
import type { Complete } from "./complete-value.js";
import type { FieldContext } from "./field-context.js";
import { isPromise } from "./graphql-promise.js";
import { hasNothingBelow, pathTo } from "./path.js";
import { prepareFinish } from "./prepare-finish.js";

/** Completes lists: a failed item is null where items may be; one promise for the list when an item is one. */
export function completeList(field: FieldContext, itemType: GraphQLOutputType): Complete {
  const { parentType, definition, nodes } = field;
  const finish = prepareFinish(field, itemType, undefined);
  const nullable = !isNonNullType(itemType);
  const isEnd = hasNothingBelow(itemType);

  return (execution, list, path, info) => {
    if (list === null || list === undefined) return null;
    if (list instanceof Error) throw list;
    if (!isIterableObject(list)) {
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${parentType.name}.${definition.name}".`,
      );
    }
    const items: unknown[] = [];
    let waits = false;
    const completeItem = (item: unknown): unknown => {
      const index = items.length;
      const place = isEnd ? undefined : pathTo(path, index, undefined);
      try {
        const completed = finish(execution, item, place, path, index, info);
        if (isPromise(completed)) waits = true;
        return completed;
      } catch (raw) {
        return execution.errors.nullFor(raw, nodes, nullable, place ?? pathTo(path, index, undefined));
      }
    };
    try {
      for (const item of list) items.push(completeItem(item));
    } catch (error) {
      // Items under way may fail too; nobody else would handle that.
      if (waits) void Promise.allSettled(items);
      throw error;
    }
    return waits ? Promise.all(items) : items;
  };
}

function isIterableObject(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && typeof (value as Partial<Iterable<unknown>>)[Symbol.iterator] === "function";
}
