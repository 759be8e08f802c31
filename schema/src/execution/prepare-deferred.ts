import { getNullableType, isLeafType, isNonNullType, locatedError, responsePathAsArray } from "graphql";
import { prepareComplete } from "./complete-value.js";
import type { DeferredField, DeferredRows } from "./deferred-fields.js";
import type { Execution } from "./execution.js";
import { prepareArguments } from "./field-arguments.js";
import type { FieldContext } from "./field-context.js";
import type { ResolveForAll } from "./for-all.js";
import { isPromise } from "./graphql-promise.js";
import { nullAbove } from "./null-above.js";
import { pathTo, type Path } from "./path.js";
import type { Data, PreparedField } from "./selection.js";

/** Prepares a field that is resolved for all rows of the operation together, by one call and one promise. */
export function prepareDeferred(field: FieldContext, resolveForAll: ResolveForAll): PreparedField {
  const { key, parentType, nodes, definition, number } = field;
  const complete = prepareComplete(field, definition.type);
  const nullable = !isNonNullType(definition.type);
  const isLeaf = isLeafType(getNullableType(definition.type));
  const readArguments = prepareArguments(definition, nodes[0]!);

  const fail = (execution: Execution, raw: unknown, data: Data, place: Path): Promise<void> | undefined => {
    if (nullable) {
      data[key] = execution.errors.nullFor(raw, nodes, nullable, place);
      return undefined;
    }
    return nullAbove(execution, field, place, locatedError(raw, [...nodes], responsePathAsArray(place)));
  };

  const put = (execution: Execution, rows: DeferredRows, valueAt: (row: number) => unknown) => {
    let waiting: Promise<unknown>[] | undefined;
    const wait = (promise: Promise<unknown> | undefined): void => {
      if (promise !== undefined) (waiting ??= []).push(promise);
    };
    for (let row = 0; row < rows.data.length; row++) {
      const data = rows.data[row]!;
      const above = rows.above[row];
      // Only what lies below a place, or fails there, asks where it is.
      const path = isLeaf ? undefined : pathTo(above, key, parentType.name);
      const failed = (raw: unknown) => fail(execution, raw, data, path ?? pathTo(above, key, parentType.name));
      try {
        const completed = complete(execution, valueAt(row), path!, undefined);
        if (isPromise(completed)) wait(completed.then((value) => void (data[key] = value), failed));
        else data[key] = completed;
      } catch (raw) {
        wait(failed(raw));
      }
    }
    return waiting && Promise.all(waiting);
  };

  const fill: DeferredField["fill"] = (execution, rows) => {
    const refuse = (raw: unknown) =>
      put(execution, rows, () => {
        throw raw;
      });
    try {
      const args = readArguments(execution, execution.field(number, nodes));
      const values = resolveForAll(rows.sources, args, execution.context);
      if (!isPromise(values)) return put(execution, rows, (row) => values[row]);
      return values.then((kept: readonly unknown[]) => put(execution, rows, (row) => kept[row]), refuse);
    } catch (raw) {
      return refuse(raw);
    }
  };

  const deferred: DeferredField = { number, fill };
  return {
    key,
    isDeferred: true,
    execute(execution, source, above, data) {
      // Keys stand in the order they were asked in, whenever their values arrive.
      data[key] = null;
      execution.deferred.add(deferred, source, data, above);
      return undefined;
    },
  };
}
