import { operationFromDocument, type Schema } from "@apollo/federation-internals";
import type { PlanNode } from "@apollo/query-planner";
import {
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { completeMembers } from "./complete-members.js";
import type { EngineSchema } from "./engine-schema.js";
import { inlineSpreads } from "./inline-spreads.js";
import { asksMisplaced } from "./misplaced-fields.js";
import { listSteps, type PlanStep } from "./plan-steps.js";
import { requiresConflictingly } from "./required-arguments.js";
import { spreadInterfaces } from "./spread-interfaces.js";
import { RequirementStages, type StagedSelection } from "./stage-requirements.js";

function buildPlan({ planner }: EngineSchema, schema: Schema, document: DocumentNode): readonly PlanStep[] {
  return listSteps(planner.buildQueryPlan(operationFromDocument(schema, document)).node as PlanNode | undefined);
}

/** The operation with its fragments where they are spread. */
function inlined({ definitions }: DocumentNode): OperationDefinitionNode {
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
  const fragments = definitions.flatMap((node): [string, FragmentDefinitionNode][] =>
    node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [],
  );
  return { ...operation, selectionSet: inlineSpreads(operation.selectionSet, new Map(fragments)) };
}

function withSelection(operation: OperationDefinitionNode, selectionSet: SelectionSetNode): DocumentNode {
  const used = new Set<string>();
  visit(selectionSet, { Variable: ({ name }) => void used.add(name.value) });
  const variableDefinitions = (operation.variableDefinitions ?? []).filter((node) =>
    used.has(node.variable.name.value),
  );
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet, variableDefinitions }] };
}

/** A beginning no name of the operation or of the supergraph has. */
function freePrefix(operation: OperationDefinitionNode, fields: ReadonlySet<string>): string {
  const names = new Set(fields);
  visit(operation, { Name: ({ value }) => void names.add(value) });
  let prefix = "required_";
  while ([...names].some((name) => name.startsWith(prefix))) prefix += "_";
  return prefix;
}

/** Takes apart what fields require and the fields themselves; undefined when no field requires anything. */
function takeApart(
  { supergraphSchema, joins, names }: EngineSchema,
  operation: OperationDefinitionNode,
  type: GraphQLObjectType,
): StagedSelection | undefined {
  const root = supergraphSchema.getRootType(operation.operation) ?? type;
  const stages = new RequirementStages(supergraphSchema, joins, freePrefix(operation, names.fields));
  const staged = stages.stage(operation.selectionSet, root);
  return staged.late.length === 0 ? undefined : staged;
}

function planInStages(
  schema: EngineSchema,
  operation: OperationDefinitionNode,
  { set, late }: StagedSelection,
): readonly PlanStep[] {
  const first = buildPlan(schema, schema.fullSchema, withSelection(operation, set));
  return schema.stagedPlanner.plan(late, first, operation);
}

function withAllMembers(
  schema: EngineSchema,
  operation: OperationDefinitionNode,
  steps: readonly PlanStep[],
): readonly PlanStep[] {
  const late = completeMembers(steps, operation, schema.partialTypes, schema);
  return late.length === 0 ? steps : schema.stagedPlanner.plan(late, steps, operation);
}

/**
 * The steps that answer an operation.
 *
 * The planner plans most operations whole. Where it would require one field with two sets of arguments, or ask for a
 * field where or before it can be answered, the engine takes the requirements apart and plans them one after another.
 */
export function planOperation(
  schema: EngineSchema,
  document: DocumentNode,
  type: GraphQLObjectType,
): readonly PlanStep[] {
  const whole = inlined(document);
  const selectionSet = spreadInterfaces(whole.selectionSet, type, schema.apiSchema, schema.joins);
  const operation = { ...whole, selectionSet };
  const conflicting = requiresConflictingly(operation.selectionSet, type, schema.apiSchema, schema.names);
  const staged = takeApart(schema, operation, type);
  // Requirements of required fields the planner gets wrong as often as right, and takes seconds over.
  if (staged !== undefined && (conflicting || staged.late.some(({ after }) => after.length > 0))) {
    return planInStages(schema, operation, staged);
  }
  const isSpread = selectionSet !== whole.selectionSet;
  const steps = buildPlan(schema, schema.plannedSchema, isSpread ? withSelection(whole, selectionSet) : document);
  return staged !== undefined && asksMisplaced(steps, schema.supergraphSchema, schema.joins)
    ? planInStages(schema, operation, staged)
    : withAllMembers(schema, operation, steps);
}
