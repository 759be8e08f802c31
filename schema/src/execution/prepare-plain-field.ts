import { getNullableType, isLeafType, isNonNullType } from "graphql";
import { prepareLeaf } from "./complete-leaf.js";
import type { Execution } from "./execution.js";
import type { FieldContext } from "./field-context.js";
import { hasNothingBelow, pathTo, type Path } from "./path.js";
import { prepareFinish } from "./prepare-finish.js";
import { executeResolved } from "./prepare-resolved-field.js";
import type { Data, ExecuteField } from "./selection.js";

/** A field whose value is the property of its name; should that be a method, it is called as graphql-js does. */
export function executePlain(field: FieldContext): ExecuteField {
  const { key, parentType, nodes, definition } = field;
  const { name } = definition;
  const type = getNullableType(definition.type);
  const completeSimple = isLeafType(type) ? prepareLeaf(type) : null;
  const completeAny = completePlain(field);
  const nullable = !isNonNullType(definition.type);

  return (execution, source, above, data) => {
    let value: unknown;
    try {
      value = isReadable(source) ? source[name] : undefined;
      // Most fields by far: a leaf that is neither none nor waited for.
      if (completeSimple !== null && (typeof value === "string" || typeof value === "number")) {
        return completeSimple(value);
      }
    } catch (raw) {
      return execution.errors.nullFor(raw, nodes, nullable, pathTo(above, key, parentType.name));
    }
    return completeAny(execution, source, value, above, data);
  };
}

/** Whether the default resolver of GraphQL reads properties of a value. */
function isReadable(source: unknown): source is Readonly<Record<string, unknown>> {
  return (typeof source === "object" && source !== null) || typeof source === "function";
}

type CompletePlain = (
  execution: Execution,
  source: unknown,
  value: unknown,
  above: Path | undefined,
  data: Data,
) => unknown;

/** Prepares the completion of whatever the property may hold. */
function completePlain(field: FieldContext): CompletePlain {
  const { key, parentType, nodes, definition } = field;
  const finish = prepareFinish(field, definition.type, parentType.name);
  const nullable = !isNonNullType(definition.type);
  const isEnd = hasNothingBelow(definition.type);
  let executeMethod: ExecuteField | undefined;

  return (execution, source, value, above, data) => {
    const path = isEnd ? undefined : pathTo(above, key, parentType.name);
    try {
      if (typeof value === "function") {
        executeMethod ??= executeResolved(field);
        return executeMethod(execution, source, above, data);
      }
      return finish(execution, value, path, above, key, undefined);
    } catch (raw) {
      return execution.errors.nullFor(raw, nodes, nullable, path ?? pathTo(above, key, parentType.name));
    }
  };
}
