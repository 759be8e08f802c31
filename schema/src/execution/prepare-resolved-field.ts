import { defaultFieldResolver, isNonNullType, type GraphQLFieldResolver, type GraphQLResolveInfo } from "graphql";
import type { Execution } from "./execution.js";
import { prepareArguments } from "./field-arguments.js";
import type { FieldContext } from "./field-context.js";
import { asksForInfo, needsInfo } from "./info-need.js";
import { pathTo, type Path } from "./path.js";
import { prepareFinish } from "./prepare-finish.js";
import type { ExecuteField } from "./selection.js";

/** A field whose value a resolver gives, with its arguments and, where somebody may look, the info of graphql-js. */
export function executeResolved(field: FieldContext): ExecuteField {
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
