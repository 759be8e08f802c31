import { isNonNullType, locatedError, responsePathAsArray } from "graphql";
import { prepareComplete } from "./complete-value.js";
import type { DeferredField, DeferredRows } from "./deferred-fields.js";
import type { Execution } from "./execution.js";
import { prepareArguments } from "./field-arguments.js";
import type { FieldContext } from "./field-context.js";
import type { ResolveForAll } from "./for-all.js";
import { isPromise } from "./graphql-promise.js";
import { nullAbove } from "./null-above.js";
import { hasNothingBelow, pathTo, type Path } from "./path.js";
import type { Data, PreparedField } from "./selection.js";

/** Prepares a field that is resolved for all rows of the operation together, by one call and one promise. */
export function prepareDeferred(field: FieldContext, resolveForAll: ResolveForAll): PreparedField {
  const { key, parentType, nodes, definition, number } = field;
  const complete = prepareComplete(field, definition.type);
  const nullable = !isNonNullType(definition.type);
  const isEnd = hasNothingBelow(definition.type);
  const readArguments = prepareArguments(definition, nodes[0]!, number);

  // A turn later, as the promise of a field tells its failure to the next one.
  const fail = async (
    execution: Execution,
    raw: unknown,
    data: Data,
    above: Path | undefined,
    path: Path | undefined,
  ): Promise<void> => {
    await undefined;
    const place = path ?? pathTo(above, key, parentType.name);
    if (nullable) data[key] = execution.errors.nullFor(raw, nodes, nullable, place);
    else await nullAbove(execution, field, place, locatedError(raw, [...nodes], responsePathAsArray(place)));
  };

  const putLater = (
    execution: Execution,
    completed: Promise<unknown>,
    data: Data,
    above: Path | undefined,
    path: Path | undefined,
  ): Promise<unknown> =>
    completed.then(
      (value) => {
        data[key] = value;
      },
      (raw: unknown) => fail(execution, raw, data, above, path),
    );

  const put = (execution: Execution, rows: DeferredRows, valueAt: (row: number) => unknown) => {
    let waiting: Promise<unknown>[] | undefined;
    const { added } = execution.deferred;
    for (let row = 0; row < rows.data.length; row++) {
      const data = rows.data[row]!;
      const above = rows.above[row];
      const path = isEnd ? undefined : pathTo(above, key, parentType.name);
      let later: Promise<unknown> | undefined;
      try {
        const completed = complete(execution, valueAt(row), path!, undefined);
        if (isPromise(completed)) later = putLater(execution, completed, data, above, path);
        else data[key] = completed;
      } catch (raw) {
        later = fail(execution, raw, data, above, path);
      }
      if (later !== undefined) (waiting ??= []).push(later);
    }
    if (execution.deferred.added !== added) (waiting ??= []).push(execution.deferred.waveFilled());
    return waiting && Promise.all(waiting);
  };

  const fill: DeferredField["fill"] = (execution, rows) => {
    const refuse = (raw: unknown) =>
      put(execution, rows, () => {
        throw raw;
      });
    try {
      const args = readArguments(execution);
      const values = resolveForAll(rows.sources, args, execution.context);
      return values.then((kept) => put(execution, rows, (row) => kept[row]), refuse);
    } catch (raw) {
      return refuse(raw);
    }
  };

  const deferred: DeferredField = { number, fill };
  return {
    key,
    execute(execution, source, above, data) {
      // Keys stand in the order they were asked in, whenever their values arrive.
      data[key] = null;
      execution.deferred.add(deferred, source, data, above);
      return undefined;
    },
  };
}
