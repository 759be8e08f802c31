import { operationFromDocument, Supergraph } from "@apollo/federation-internals";
import { QueryPlanner, type FetchDataRewrite, type FetchNode, type PlanNode } from "@apollo/query-planner";
import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { fragmentOn, operationOf, variablesIn } from "./documents.js";
import { groupLateFields, type LateGroup } from "./late-groups.js";
import { listSteps, type PlanStep } from "./plan-steps.js";
import { PLANNING } from "./planner-options.js";
import type { LateField } from "./stage-requirements.js";
import { withEntrances, type Entrance } from "./supergraph-entrances.js";

interface LatePlanner {
  readonly supergraph: Supergraph;
  readonly planner: QueryPlanner;
}

const REPRESENTATIONS = operationOf(
  parse("query($representations:[_Any!]!){_entities(representations:$representations){__typename}}", {
    noLocation: true,
  }),
);

/** The text that asks a subgraph for this selection of entities of a type. */
function entitiesText(type: string, selectionSet: SelectionSetNode, source: OperationDefinitionNode): string {
  const fragment = fragmentOn(type, selectionSet.selections);
  const used = variablesIn(fragment);
  const root = REPRESENTATIONS.selectionSet.selections[0] as FieldNode;
  return stripIgnoredCharacters(
    print({
      ...REPRESENTATIONS,
      variableDefinitions: [
        ...(REPRESENTATIONS.variableDefinitions ?? []),
        ...(source.variableDefinitions ?? []).filter((node) => used.includes(node.variable.name.value)),
      ],
      selectionSet: {
        kind: Kind.SELECTION_SET,
        selections: [{ ...root, selectionSet: { kind: Kind.SELECTION_SET, selections: [fragment] } }],
      },
    }),
  );
}

/** Plans the late fields of staged operations; the planner for them is made when the first one is met. */
export class StagedPlanner {
  readonly #supergraphSdl: string;
  readonly #entrances: readonly Entrance[];
  #late: LatePlanner | undefined;

  constructor(supergraphSdl: string, entrances: readonly Entrance[]) {
    this.#supergraphSdl = supergraphSdl;
    this.#entrances = entrances;
  }

  /** The steps of all late fields, each after those that bring what it needs. `first` are those of the operation itself. */
  plan(
    late: readonly LateField[],
    first: readonly PlanStep[],
    operation: OperationDefinitionNode,
  ): readonly PlanStep[] {
    const groups = groupLateFields(late);
    const groupOf = new Map(groups.flatMap((group) => group.map((field): [LateField, LateGroup] => [field, group])));
    const known = new Map<LateGroup, readonly PlanStep[]>();
    const stepsOf = (field: LateField): readonly PlanStep[] => {
      const group = groupOf.get(field) ?? [field];
      const made = known.get(group) ?? this.#stepsOf(group, operation);
      if (!known.has(group)) {
        known.set(group, made);
        const before = [...(field.home === undefined ? first : stepsOf(field.home)), ...field.after.flatMap(stepsOf)];
        for (const step of made) {
          step.after = [...new Set([...step.after, ...before])];
        }
      }
      return made;
    };
    return [...first, ...groups.flatMap(([field]) => stepsOf(field))];
  }

  #stepsOf(group: LateGroup, operation: OperationDefinitionNode): readonly PlanStep[] {
    const [late] = group;
    const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: group.map(({ field }) => field) };
    if (group.every(({ field }) => field.selectionSet === undefined)) {
      return [{ node: this.#entry(late, selectionSet, operation, []), path: late.path, after: [] }];
    }
    const { supergraph, planner } = (this.#late ??= this.#makePlanner());
    const entrance = this.#entrances.find(({ type, subgraph }) => type === late.type && subgraph === late.subgraph);
    if (entrance === undefined) {
      throw new TypeError(`Requirement: found no way into ${late.type} of "${late.subgraph}"; expected one.`);
    }
    const used = variablesIn(selectionSet);
    const root: FieldNode = {
      kind: Kind.FIELD,
      name: { kind: Kind.NAME, value: entrance.field },
      selectionSet,
    };
    const definition: OperationDefinitionNode = {
      ...REPRESENTATIONS,
      variableDefinitions: (operation.variableDefinitions ?? []).filter((node) =>
        used.includes(node.variable.name.value),
      ),
      selectionSet: { kind: Kind.SELECTION_SET, selections: [root] },
    };
    const planned = operationFromDocument(supergraph.schema, { kind: Kind.DOCUMENT, definitions: [definition] });
    const plan = planner.buildQueryPlan(planned).node as PlanNode | undefined;
    const steps = listSteps(plan);
    for (const step of steps) {
      step.path = [...late.path, ...step.path.slice(1)];
    }
    const [head] = steps;
    if (head === undefined) {
      throw new TypeError("Plan: found no fetches; expected one for each late field.");
    }
    const source = operationOf(parse(head.node.operation, { noLocation: true }));
    const [asked] = source.selectionSet.selections;
    if (asked?.kind !== Kind.FIELD || asked.selectionSet === undefined) {
      throw new TypeError("Plan: found another entry; expected the late field's entity.");
    }
    const rewrites = (head.node.outputRewrites ?? []).map((rewrite) => ({ ...rewrite, path: rewrite.path.slice(1) }));
    head.node = this.#entry(late, asked.selectionSet, source, rewrites);
    return steps;
  }

  #entry(
    { subgraph, type, told, renames }: LateField,
    selectionSet: SelectionSetNode,
    source: OperationDefinitionNode,
    outputRewrites: FetchDataRewrite[],
  ): FetchNode {
    const text = entitiesText(type, selectionSet, source);
    const inputRewrites: FetchDataRewrite[] = renames.map(({ path, to }) => ({
      kind: "KeyRenamer",
      path: [...path],
      renameKeyTo: to,
    }));
    if (this.#entrances.some((one) => one.type === type && one.subgraph === subgraph && one.isInterfaceObject)) {
      inputRewrites.push({ kind: "ValueSetter", path: ["__typename"], setValueTo: type });
    }
    return {
      kind: "Fetch",
      serviceName: subgraph,
      requires: [...told],
      operation: text,
      operationName: undefined,
      operationKind: REPRESENTATIONS.operation,
      variableUsages: variablesIn(selectionSet).filter((name) => name !== "representations"),
      inputRewrites,
      outputRewrites,
    };
  }

  #makePlanner(): LatePlanner {
    const supergraph = Supergraph.build(withEntrances(this.#supergraphSdl, this.#entrances), {
      validateSupergraph: false,
    });
    return { supergraph, planner: new QueryPlanner(supergraph, PLANNING) };
  }
}
