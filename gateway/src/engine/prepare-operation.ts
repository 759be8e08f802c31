import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type OperationDefinitionNode,
} from "graphql";
import { prepareVariables, type CoerceVariables } from "@hub/schema";
import { completeDirectives } from "./complete-directives.js";
import { compilePlan, type CompiledPlan } from "./compile-plan.js";
import type { DirectiveHolders } from "./directive-holders.js";
import { fragmentsOf } from "./documents.js";
import type { EngineSchema } from "./engine-schema.js";
import { compileSteps } from "./compile-steps.js";
import { forwardDirectives } from "./forward-directives.js";
import { planOperation } from "./plan-operation.js";
import { renameKeys } from "./rename-keys.js";
import { conditionVariables, resolveConditions, type Conditions } from "./resolve-conditions.js";
import { responseShape, type ObjectShape } from "./response-shape.js";
import { compileJsonWriter, type JsonResponseWriter } from "./write-json.js";

/** One operation of a document, before anything is known about its variables. */
export interface SelectedOperation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly type: GraphQLObjectType;
  /** Variables that decide which fields are wanted. */
  readonly conditionVariables: readonly string[];
  readonly coerceVariables: CoerceVariables;
}

/** An operation planned and compiled for given values of its conditions. */
export interface PreparedOperation {
  readonly plan: CompiledPlan;
  readonly shape: ObjectShape;
  /** Subgraphs that have not said yet which of its directives they define, and are not sent them. */
  readonly unsure: readonly string[];
  /** Writes a response in which nothing went wrong; undefined when something did. */
  readonly writeJson: JsonResponseWriter;
}

function operationNamed(document: DocumentNode, operationName: string | undefined): OperationDefinitionNode {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operationName ? operations.filter((node) => node.name?.value === operationName) : operations;
  if (operation === undefined || (!operationName && operations.length > 1)) {
    throw new GraphQLError("Operation: found none of the given name, or several; expected exactly one.", {
      extensions: { code: "OPERATION_RESOLUTION_FAILURE" },
    });
  }
  return operation;
}

function rootType(schema: EngineSchema, operation: OperationDefinitionNode): GraphQLObjectType {
  const type = schema.apiSchema.getRootType(operation.operation);
  if (type === undefined || type === null || operation.operation === OperationTypeNode.SUBSCRIPTION) {
    throw new GraphQLError(`Operation: found a ${operation.operation}; expected a query or a mutation.`, {
      extensions: { code: "BAD_USER_INPUT" },
    });
  }
  return type;
}

/** Finds the operation to run. Throws a GraphQLError when there is none or several, or one the engine does not run. */
export function selectOperation(
  schema: EngineSchema,
  document: DocumentNode,
  operationName: string | undefined,
): SelectedOperation {
  const operation = operationNamed(document, operationName);
  const fragments = fragmentsOf(document);
  return {
    operation,
    fragments,
    type: rootType(schema, operation),
    conditionVariables: conditionVariables(operation, fragments.values()),
    coerceVariables: prepareVariables(schema.apiSchema, operation),
  };
}

/** Plans and compiles an operation. Throws a GraphQLError for one that cannot be planned. */
export function prepareOperation(
  schema: EngineSchema,
  selected: SelectedOperation,
  conditions: Conditions,
  holders: DirectiveHolders,
): PreparedOperation {
  const { operation, fragments, type } = selected;
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments.values()] };
  const completed = completeDirectives(document, schema.apiSchema);
  const wanted = resolveConditions(completed.document, conditions);
  const { document: renamed, keyOf, variableOf } = renameKeys(wanted, schema.names);
  const names = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  const clientNames = new Map([...completed.given, ...names.map((name) => [variableOf(name), name] as const)]);
  const { steps: planned, unsure } = forwardDirectives(renamed, {
    schema: schema.apiSchema,
    holders,
    plan: (one) => planOperation(schema, one, type),
  });
  const steps = compileSteps(planned, schema.supergraphTypes);
  const plan = compilePlan(steps, (name) => clientNames.get(name) ?? name);
  const context = { schema: schema.apiSchema, types: schema.apiTypes, keyOf, fragments, conditions };
  const shape = responseShape(type, operation.selectionSet, context);
  if (shape.fields.some(({ source }) => source === "data") && plan.calls.length === 0) {
    throw new TypeError("Plan: found no fetches; expected one for each field of the operation.");
  }
  return { plan, shape, unsure, writeJson: compileJsonWriter(shape, plan.places) };
}
