import {
  defaultFieldResolver,
  getNamedType,
  isAbstractType,
  isNonNullType,
  isObjectType,
  TypeNameMetaFieldDef,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from "graphql";
import { prepareComplete } from "./complete-value.js";
import type { Execution, FieldState } from "./execution.js";
import { prepareArguments } from "./field-arguments.js";
import type { FieldContext } from "./field-context.js";
import { forAllOf } from "./for-all.js";
import { isPromise } from "./graphql-promise.js";
import { needsInfo } from "./info-need.js";
import { prepareDeferred } from "./prepare-deferred.js";
import { pathTo, type Path } from "./path.js";
import type { PreparedField } from "./selection.js";

type ExecuteField = PreparedField["execute"];

/** Prepares a field: without a resolver of its own its property is read without calling anything. */
export function prepareField(field: FieldContext): PreparedField {
  const { key, parentType, definition } = field;
  if (definition === TypeNameMetaFieldDef) return { key, execute: () => parentType.name };
  const resolveForAll = forAllOf(definition.resolve);
  if (resolveForAll !== undefined && !asksForInfo(definition.type)) return prepareDeferred(field, resolveForAll);
  const plain = !definition.resolve && definition.args.length === 0 && !asksForInfo(definition.type);
  return { key, execute: plain ? executePlain(field) : executeResolved(field) };
}

/** Whether telling the type of a value takes the field's info. */
function asksForInfo(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return isAbstractType(named) || (isObjectType(named) && Boolean(named.isTypeOf));
}

/** A field whose value is the property of its name; should that be a method, it is called as graphql-js does. */
function executePlain(field: FieldContext): ExecuteField {
  const { key, parentType, nodes, definition } = field;
  const complete = prepareComplete(field, definition.type);
  const nullable = !isNonNullType(definition.type);
  const { name } = definition;
  let executeMethod: ExecuteField | undefined;

  return (execution, source, above, data) => {
    const path = pathTo(above, key, parentType.name);
    try {
      const value = isReadable(source) ? source[name] : undefined;
      if (typeof value === "function") {
        executeMethod ??= executeResolved(field);
        return executeMethod(execution, source, above, data);
      }
      const completed = isPromise(value)
        ? value.then((kept) => complete(execution, kept, path, undefined))
        : complete(execution, value, path, undefined);
      return isPromise(completed)
        ? completed.then(undefined, (raw: unknown) => execution.errors.nullFor(raw, nodes, nullable, path))
        : completed;
    } catch (raw) {
      return execution.errors.nullFor(raw, nodes, nullable, path);
    }
  };
}

/** Whether the default resolver of GraphQL reads properties of a value. */
function isReadable(source: unknown): source is Readonly<Record<string, unknown>> {
  return (typeof source === "object" && source !== null) || typeof source === "function";
}

/** A field whose value a resolver gives, with its arguments and, where somebody may look, the info of graphql-js. */
function executeResolved(field: FieldContext): ExecuteField {
  const { key, parentType, nodes, definition, number } = field;
  const complete = prepareComplete(field, definition.type);
  const nullable = !isNonNullType(definition.type);
  const readArguments = prepareArguments(definition, nodes[0]!);
  const resolve: GraphQLFieldResolver<unknown, unknown> = definition.resolve ?? defaultFieldResolver;
  const takesInfo = needsInfo(resolve) || asksForInfo(definition.type);

  return (execution, source, above) => {
    const path = pathTo(above, key, parentType.name);
    const state = execution.field(number, nodes);
    const info = takesInfo ? resolveInfo(execution, field, state, path) : undefined;
    try {
      const value = resolve(source, readArguments(execution, state), execution.context, info!);
      const completed = isPromise(value)
        ? value.then((kept) => complete(execution, kept, path, info))
        : complete(execution, value, path, info);
      return isPromise(completed)
        ? completed.then(undefined, (raw: unknown) => execution.errors.nullFor(raw, nodes, nullable, path))
        : completed;
    } catch (raw) {
      return execution.errors.nullFor(raw, nodes, nullable, path);
    }
  };
}

function resolveInfo(
  execution: Execution,
  { definition, parentType }: FieldContext,
  { nodes }: FieldState,
  path: Path,
): GraphQLResolveInfo {
  return {
    fieldName: definition.name,
    fieldNodes: nodes,
    returnType: definition.type,
    parentType,
    path,
    schema: execution.schema,
    fragments: execution.fragments,
    rootValue: execution.rootValue,
    operation: execution.operation,
    variableValues: execution.variableValues,
  };
}
