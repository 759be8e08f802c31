import type { FetchNode, QueryPlanSelectionNode } from "@apollo/query-planner";
import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { inlineSpreads } from "./inline-spreads.js";
import type { PlanStep } from "./plan-steps.js";
import type { SubgraphJoins } from "./subgraph-joins.js";

/** What the repair must know of the supergraph. */
export interface RepairContext {
  readonly schema: GraphQLSchema;
  readonly joins: ReadonlyMap<string, SubgraphJoins>;
}

/** Fields a fetch asks for although its subgraph has not been told what they require. */
interface Premature {
  readonly step: PlanStep;
  readonly path: readonly string[];
  readonly type: string;
  readonly key: SelectionSetNode;
  readonly fields: FieldNode[];
}

interface Place {
  readonly type: GraphQLCompositeType;
  readonly path: readonly string[];
  /** What the subgraph was told about the object here. */
  readonly told: ReadonlySet<string>;
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

function namesIn(set: SelectionSetNode): readonly string[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    return selection.kind === Kind.INLINE_FRAGMENT ? namesIn(selection.selectionSet) : [];
  });
}

function namesRequired(requires: readonly QueryPlanSelectionNode[] = []): readonly string[] {
  return requires.flatMap((selection) =>
    selection.kind === "Field" ? [selection.name] : namesRequired(selection.selections),
  );
}

function toPlanSelections(set: SelectionSetNode): QueryPlanSelectionNode[] {
  return set.selections.flatMap((selection): QueryPlanSelectionNode[] => {
    if (selection.kind === Kind.FIELD) {
      const inner = selection.selectionSet && { selections: toPlanSelections(selection.selectionSet) };
      return [{ kind: "Field", name: selection.name.value, ...inner }];
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    const condition = selection.typeCondition && { typeCondition: selection.typeCondition.name.value };
    return [{ kind: "InlineFragment", ...condition, selections: toPlanSelections(selection.selectionSet) }];
  });
}

function listSteps(type: GraphQLOutputType): readonly string[] {
  if (isNonNullType(type)) return listSteps(type.ofType);
  return isListType(type) ? ["@", ...listSteps(type.ofType)] : [];
}

function operationOf(document: DocumentNode): OperationDefinitionNode {
  return document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
}

/** The operation's text with only the variables it uses. */
function operationText(operation: OperationDefinitionNode): string {
  const used = new Set<string>();
  visit({ ...operation, variableDefinitions: [] }, { Variable: (node) => void used.add(node.name.value) });
  const variableDefinitions = (operation.variableDefinitions ?? []).filter((node) =>
    used.has(node.variable.name.value),
  );
  return stripIgnoredCharacters(print({ ...operation, variableDefinitions }));
}

class FetchWalk {
  readonly found: Premature[] = [];
  readonly #step: PlanStep;
  readonly #joins: SubgraphJoins;
  readonly #schema: GraphQLSchema;

  constructor(step: PlanStep, joins: SubgraphJoins, schema: GraphQLSchema) {
    this.#step = step;
    this.#joins = joins;
    this.#schema = schema;
  }

  /** The selection without premature fields, which are noted; their object's key is asked for instead. */
  walk(set: SelectionSetNode, place: Place): SelectionSetNode {
    const premature: FieldNode[] = [];
    const selections = set.selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection];
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const type = selection.typeCondition && this.#schema.getType(selection.typeCondition.name.value);
        const inner = isCompositeType(type) ? { ...place, type } : place;
        return [{ ...selection, selectionSet: this.walk(selection.selectionSet, inner) }];
      }
      if (this.#isPremature(selection, place)) {
        premature.push(selection);
        return [];
      }
      return [this.#walkField(selection, place)];
    });
    const key = this.#joins.keys.get(place.type.name);
    if (premature.length === 0 || key === undefined) {
      return { ...set, selections };
    }
    this.found.push({ step: this.#step, path: place.path, type: place.type.name, key, fields: premature });
    return { ...set, selections: [TYPENAME, ...key.selections, ...selections] };
  }

  #isPremature(field: FieldNode, { type, told }: Place): boolean {
    const required = this.#joins.requires.get(`${type.name}.${field.name.value}`);
    return (
      required !== undefined && this.#joins.keys.has(type.name) && !namesIn(required).every((name) => told.has(name))
    );
  }

  #walkField(field: FieldNode, { type, path }: Place): FieldNode {
    const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field.name.value] : undefined;
    const inner = definition && getNamedType(definition.type);
    if (field.selectionSet === undefined || definition === undefined || !isCompositeType(inner)) {
      return field;
    }
    const key = field.alias?.value ?? field.name.value;
    const place = { type: inner, path: [...path, key, ...listSteps(definition.type)], told: new Set<string>() };
    return { ...field, selectionSet: this.walk(field.selectionSet, place) };
  }
}

/** Takes premature fields out of one fetch. */
function takeOut(step: PlanStep, { schema, joins }: RepairContext): readonly Premature[] {
  const own = joins.get(step.node.serviceName);
  if (own === undefined || own.requires.size === 0 || step.node.operationKind !== "query") {
    return [];
  }
  const document = parse(step.node.operation, { noLocation: true });
  const operation = operationOf(document);
  const fragments = new Map(
    document.definitions.flatMap((node): [string, FragmentDefinitionNode][] =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [],
    ),
  );
  const selectionSet = inlineSpreads(operation.selectionSet, fragments);
  const walk = new FetchWalk(step, own, schema);
  const root = selectionSet.selections[0];
  const told = new Set(namesRequired(step.node.requires));
  const query = schema.getQueryType();
  if (!query) return [];
  const place = { type: query, path: step.path, told };
  const changed: SelectionSetNode =
    step.node.requires !== undefined && root?.kind === Kind.FIELD && root.selectionSet !== undefined
      ? { ...selectionSet, selections: [{ ...root, selectionSet: walk.walk(root.selectionSet, place) }] }
      : walk.walk(selectionSet, { ...place, told: new Set() });
  if (walk.found.length > 0) {
    step.node = { ...step.node, operation: operationText({ ...operation, selectionSet: changed }) };
  }
  return walk.found;
}

function samePath(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((element, index) => element === other[index]);
}

/** Whether a fetch gives one of these fields of the objects at `path`. */
function gives(step: PlanStep, path: readonly string[], names: ReadonlySet<string>): boolean {
  const document = parse(step.node.operation, { noLocation: true });
  const { selectionSet } = operationOf(document);
  const rest = path.slice(step.path.length).filter((element) => element !== "@");
  if (!samePath(step.path, path.slice(0, step.path.length))) return false;
  const search = (set: SelectionSetNode, depth: number): boolean =>
    set.selections.some((selection) => {
      if (selection.kind === Kind.INLINE_FRAGMENT) return search(selection.selectionSet, depth);
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = document.definitions.find(
          (node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === selection.name.value,
        );
        return fragment?.kind === Kind.FRAGMENT_DEFINITION && search(fragment.selectionSet, depth);
      }
      const key = selection.alias?.value ?? selection.name.value;
      if (depth === rest.length) return names.has(key);
      return key === rest[depth] && selection.selectionSet !== undefined && search(selection.selectionSet, depth + 1);
    });
  const [root] = selectionSet.selections;
  const start = step.node.requires !== undefined && root?.kind === Kind.FIELD ? root.selectionSet : selectionSet;
  return start !== undefined && search(start, 0);
}

function comesAfter(step: PlanStep, other: PlanStep): boolean {
  return step.after.some((before) => before === other || comesAfter(before, other));
}

function requiredBy({ step, type }: Premature, field: FieldNode, context: RepairContext): SelectionSetNode | undefined {
  return context.joins.get(step.node.serviceName)?.requires.get(`${type}.${field.name.value}`);
}

/** Whether the plan brings all that premature fields require; where it does not, it has another way to it, as @provides. */
function canCome(
  entry: Premature,
  found: readonly Premature[],
  steps: readonly PlanStep[],
  context: RepairContext,
): boolean {
  const late = found
    .filter(({ path }) => samePath(path, entry.path))
    .flatMap(({ fields }) => fields.map((field) => field.name.value));
  const needed = entry.fields.flatMap((field) =>
    namesIn(requiredBy(entry, field, context) ?? { kind: Kind.SELECTION_SET, selections: [] }),
  );
  return needed.every((name) => late.includes(name) || steps.some((step) => gives(step, entry.path, new Set([name]))));
}

/** The fetch that asks for the fields once everything they require is there. */
function lateStep(
  { step, path, type, key, fields }: Premature,
  required: SelectionSetNode,
  steps: readonly PlanStep[],
): PlanStep {
  const representation = [TYPENAME, ...key.selections, ...required.selections];
  const given = operationOf(parse(step.node.operation, { noLocation: true })).variableDefinitions ?? [];
  const header = parse("query($representations:[_Any!]!){_entities(representations:$representations){__typename}}", {
    noLocation: true,
  });
  const operation = operationOf(header);
  const root = operation.selectionSet.selections[0] as FieldNode;
  const fragment: SelectionNode = {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
    selectionSet: { kind: Kind.SELECTION_SET, selections: fields },
  };
  const text = operationText({
    ...operation,
    variableDefinitions: [
      ...(operation.variableDefinitions ?? []),
      ...given.filter((node) => node.variable.name.value !== "representations"),
    ],
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: [{ ...root, selectionSet: { kind: Kind.SELECTION_SET, selections: [fragment] } }],
    },
  });
  const names = new Set(namesIn(required));
  const node: FetchNode = {
    kind: "Fetch",
    serviceName: step.node.serviceName,
    requires: [
      {
        kind: "InlineFragment",
        typeCondition: type,
        selections: toPlanSelections({ kind: Kind.SELECTION_SET, selections: representation }),
      },
    ],
    operation: text,
    operationName: undefined,
    operationKind: step.node.operationKind,
    variableUsages: step.node.variableUsages ?? [],
  };
  return { node, path, after: [step, ...steps.filter((other) => other !== step && gives(other, path, names))] };
}

/** Lets every fetch that is told these fields wait for the step that brings them. */
function waitFor(late: PlanStep, fields: readonly FieldNode[], steps: readonly PlanStep[]): void {
  const names = new Set(fields.map((field) => field.alias?.value ?? field.name.value));
  for (const other of steps) {
    const told = samePath(other.path, late.path) && namesRequired(other.node.requires).some((name) => names.has(name));
    if (told && other !== late && !comesAfter(late, other) && !other.after.includes(late)) {
      other.after = [...other.after, late];
    }
  }
}

function inOrder(steps: readonly PlanStep[]): readonly PlanStep[] {
  const ordered = new Set<PlanStep>();
  const add = (step: PlanStep): void => {
    if (!ordered.has(step)) {
      step.after.forEach(add);
      ordered.add(step);
    }
  };
  steps.forEach(add);
  return [...ordered];
}

/**
 * Lets no fetch ask a subgraph for a field before the subgraph has been told what the field requires.
 *
 * Where a required field requires something itself and belongs to the subgraph the plan is in already, the planner asks
 * for it at once. Such fields are asked for again, as fields of an entity, when what they require has come.
 */
export function repairRequirements(steps: readonly PlanStep[], context: RepairContext): readonly PlanStep[] {
  const premature = steps.flatMap((step) => {
    const original = step.node;
    const found = takeOut(step, context);
    if (found.every((entry) => canCome(entry, found, steps, context))) {
      return found;
    }
    step.node = original;
    return [];
  });
  if (premature.length === 0) {
    return steps;
  }
  const all = [...steps];
  for (const entry of premature) {
    for (const field of entry.fields) {
      const required = requiredBy(entry, field, context);
      if (required === undefined) continue;
      const known = all.find(
        (step) =>
          step.node.serviceName === entry.step.node.serviceName &&
          step !== entry.step &&
          samePath(step.path, entry.path) &&
          gives(step, entry.path, new Set([field.alias?.value ?? field.name.value])),
      );
      const late = known ?? lateStep({ ...entry, fields: [field] }, required, all);
      if (known === undefined) all.push(late);
      waitFor(late, [field], all);
    }
  }
  return inOrder(all);
}
