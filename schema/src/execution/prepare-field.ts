import { TypeNameMetaFieldDef } from "graphql";
import type { FieldContext } from "./field-context.js";
import { forAllOf } from "./for-all.js";
import { asksForInfo } from "./info-need.js";
import { prepareDeferred } from "./prepare-deferred.js";
import { executePlain } from "./prepare-plain-field.js";
import { executeResolved } from "./prepare-resolved-field.js";
import type { PreparedField } from "./selection.js";

/** Prepares a field: without a resolver of its own its property is read without calling anything. */
export function prepareField(field: FieldContext): PreparedField {
  const { key, parentType, definition } = field;
  if (definition === TypeNameMetaFieldDef) return { key, execute: () => parentType.name };
  const resolveForAll = forAllOf(definition.resolve);
  if (resolveForAll !== undefined && !asksForInfo(definition.type)) return prepareDeferred(field, resolveForAll);
  const plain = !definition.resolve && definition.args.length === 0 && !asksForInfo(definition.type);
  return { key, execute: plain ? executePlain(field) : executeResolved(field) };
}
