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
import type { Execution } from "./execution.js";
import { prepareArguments } from "./field-arguments.js";
import type { FieldContext } from "./field-context.js";
import { forAllOf } from "./for-all.js";
import { needsInfo } from "./info-need.js";
import { prepareDeferred } from "./prepare-deferred.js";
import { prepareFinish } from "./prepare-finish.js";
import { hasNothingBelow, pathTo, type Path } from "./path.js";
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
  const finish = prepareFinish(field, definition.type, parentType.name);
  const nullable = !isNonNullType(definition.type);
  const isEnd = hasNothingBelow(definition.type);
  const { name } = definition;
  let executeMethod: ExecuteField | undefined;

  return (execution, source, above, data) => {
    const path = isEnd ? undefined : pathTo(above, key, parentType.name);
    try {
      const value = isReadable(source) ? source[name] : undefined;
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

/** Whether the default resolver of GraphQL reads properties of a value. */
function isReadable(source: unknown): source is Readonly<Record<string, unknown>> {
  return (typeof source === "object" && source !== null) || typeof source === "function";
}

/** A field whose value a resolver gives, with its arguments and, where somebody may look, the info of graphql-js. */
function executeResolved(field: FieldContext): ExecuteField {
  const { key, parentType, nodes, definition, number } = field;
  const finish = prepareFinish(field, definition.type, parentType.name);
  const nullable = !isNonNullType(definition.type);
  const readArguments = prepareArguments(definition, nodes[0]!, number);
  const resolve: GraphQLFieldResolver<unknown, unknown> = definition.resolve ?? defaultFieldResolver;
  const takesInfo = needsInfo(resolve) || asksForInfo(definition.type);

  return (execution, source, above) => {
    const path = pathTo(above, key, parentType.name);
    const info = takesInfo ? resolveInfo(execution, field, path) : undefined;
    try {
      const value = resolve(source, readArguments(execution), execution.context, info!);
      return finish(execution, value, path, above, key, info);
    } catch (raw) {
      return execution.errors.nullFor(raw, nodes, nullable, path);
    }
  };
}

function resolveInfo(
  execution: Execution,
  { definition, parentType, nodes, number }: FieldContext,
  path: Path,
): GraphQLResolveInfo {
  return {
    fieldName: definition.name,
    fieldNodes: execution.nodesOf(number, nodes),
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
