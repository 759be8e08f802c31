import { operationFromDocument } from "@apollo/federation-internals";
import type { PlanNode } from "@apollo/query-planner";
import { HubError } from "@hub/schema";
import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { BoundedMap } from "../bounded-map.js";
import { compileCall, type CompiledCall } from "./compile-call.js";
import type { CompiledFetch } from "./compile-fetch.js";
import type { EngineSchema } from "./engine-schema.js";
import { flattenPlan } from "./flatten-plan.js";
import { renameKeys, type RenamedOperation } from "./rename-keys.js";
import { responseShape, type ObjectShape } from "./response-shape.js";
import { scheduleCalls } from "./schedule-calls.js";
import { splitRequirements } from "./split-requirements.js";

/** One plan, ready to run. Nearly every operation has one. */
export interface CompiledPlan {
  readonly calls: readonly CompiledCall[];
  readonly fetches: readonly CompiledFetch[];
}

/** An operation about which everything is known that can be known before its variables are. */
export interface PreparedOperation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly plans: readonly CompiledPlan[];
  /** Variables that decide which fields and fetches are wanted. */
  readonly conditionVariables: readonly string[];
  /** The client's name of a variable of the fetches. */
  readonly clientVariable: ReadonlyMap<string, string>;
  /** The response's shape for given values of the conditions. */
  shapeFor(conditions: Readonly<Record<string, boolean>>): ObjectShape;
}

/** Shapes kept per operation: one per combination of @skip and @include that clients really use. */
const SHAPES = 32;

function selectOperation(document: DocumentNode, operationName: string | undefined): OperationDefinitionNode {
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

function conditionVariables(
  operation: OperationDefinitionNode,
  fragments: Iterable<FragmentDefinitionNode>,
): readonly string[] {
  const names = new Set<string>();
  const directives = new Set(["skip", "include"]);
  for (const node of [operation, ...fragments]) {
    visit(node, {
      Directive(directive) {
        const value = directive.arguments?.[0]?.value;
        if (directives.has(directive.name.value) && value?.kind === Kind.VARIABLE) {
          names.add(value.name.value);
        }
      },
    });
  }
  return [...names];
}

function variablesIn(operation: OperationDefinitionNode, set: SelectionSetNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(
    { ...operation, variableDefinitions: [], selectionSet: set },
    { Variable: (node) => void names.add(node.name.value) },
  );
  return names;
}

function compilePlan(schema: EngineSchema, document: DocumentNode, operationName: string | undefined): CompiledPlan {
  const planned = operationFromDocument(
    schema.plannedSchema,
    document,
    operationName === undefined ? {} : { operationName },
  );
  const plan = schema.planner.buildQueryPlan(planned);
  const steps = flattenPlan(plan.node as PlanNode | undefined, schema.supergraphTypes);
  return { calls: scheduleCalls(steps).map(compileCall), fetches: steps.map((step) => step.fetch) };
}

/** The documents to plan: one, or several where the planner would mix up required arguments. */
function documentsToPlan(
  schema: EngineSchema,
  operation: OperationDefinitionNode,
  renamed: RenamedOperation,
  type: GraphQLObjectType,
): readonly DocumentNode[] {
  const own = renamed.document.definitions.find(
    (node) => node.kind === Kind.OPERATION_DEFINITION && node.name?.value === operation.name?.value,
  ) as OperationDefinitionNode;
  const fragments = renamed.document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const byName = new Map(fragments.map((node) => [node.name.value, node]));
  const parts = splitRequirements(type, own.selectionSet, byName, schema.apiSchema, schema.names);
  if (parts.length === 1) {
    return [renamed.document];
  }
  if (operation.operation === OperationTypeNode.MUTATION) {
    throw new HubError(
      "BAD_USER_INPUT",
      "Mutation: found fields that require one field with different arguments; expected them in separate operations.",
    );
  }
  return parts.map((selectionSet) => {
    const used = variablesIn(own, selectionSet);
    const variableDefinitions = (own.variableDefinitions ?? []).filter((node) => used.has(node.variable.name.value));
    return { kind: Kind.DOCUMENT, definitions: [{ ...own, selectionSet, variableDefinitions }] };
  });
}

/** Plans and compiles one operation of a validated document. Throws a GraphQLError for an operation that cannot be planned. */
export function prepareOperation(
  schema: EngineSchema,
  document: DocumentNode,
  operationName: string | undefined,
): PreparedOperation {
  const operation = selectOperation(document, operationName);
  const type = rootType(schema, operation);
  const definitions = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const fragments = new Map(definitions.map((node) => [node.name.value, node]));
  const renamed = renameKeys(document, schema.names);
  const plans = documentsToPlan(schema, operation, renamed, type).map((part) =>
    compilePlan(schema, part, operation.name?.value),
  );
  const clientVariable = new Map(
    (operation.variableDefinitions ?? []).map(({ variable }) => [
      renamed.variableOf(variable.name.value),
      variable.name.value,
    ]),
  );
  const shapes = new BoundedMap<string, ObjectShape>(SHAPES);
  return {
    operation,
    fragments,
    plans,
    conditionVariables: conditionVariables(operation, fragments.values()),
    clientVariable,
    shapeFor(conditions) {
      const key = JSON.stringify(conditions);
      const known = shapes.get(key);
      if (known !== undefined) {
        return known;
      }
      const context = { schema: schema.apiSchema, types: schema.apiTypes, keyOf: renamed.keyOf, fragments, conditions };
      const shape = responseShape(type, operation.selectionSet, context);
      shapes.set(key, shape);
      return shape;
    },
  };
}
