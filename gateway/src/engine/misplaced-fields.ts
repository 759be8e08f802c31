import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import type { PlanStep } from "./plan-steps.js";
import type { SubgraphJoins, SupergraphJoins } from "./subgraph-joins.js";

interface Place {
  readonly type: GraphQLCompositeType;
  /** Names of what is provided here although it is another subgraph's. */
  readonly provided: ReadonlySet<string>;
  /** Names of what the subgraph was told about the object here. */
  readonly told: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

function namesIn(set: SelectionSetNode): readonly string[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    return selection.kind === Kind.INLINE_FRAGMENT ? namesIn(selection.selectionSet) : [];
  });
}

/** Every field name at any depth: what is provided below a field may be provided at any depth below it. */
function allNamesIn(set: SelectionSetNode): readonly string[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    const inner = selection.selectionSet === undefined ? [] : allNamesIn(selection.selectionSet);
    return selection.kind === Kind.FIELD ? [selection.name.value, ...inner] : inner;
  });
}

function namesTold(selections: PlanStep["node"]["requires"] = []): readonly string[] {
  return selections.flatMap((selection) =>
    selection.kind === "Field" ? [selection.name] : namesTold(selection.selections),
  );
}

class FetchCheck {
  readonly #schema: GraphQLSchema;
  readonly #joins: SupergraphJoins;
  readonly #own: SubgraphJoins;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(
    schema: GraphQLSchema,
    joins: SupergraphJoins,
    own: SubgraphJoins,
    fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ) {
    this.#schema = schema;
    this.#joins = joins;
    this.#own = own;
    this.#fragments = fragments;
  }

  isWrong(set: SelectionSetNode, place: Place): boolean {
    return set.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return this.#fieldIsWrong(selection, place);
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.#fragments.get(selection.name.value) : selection;
      const type = fragment?.typeCondition && this.#schema.getType(fragment.typeCondition.name.value);
      return (
        fragment !== undefined &&
        this.isWrong(fragment.selectionSet, isCompositeType(type) ? { ...place, type } : place)
      );
    });
  }

  #fieldIsWrong(field: FieldNode, { type, provided, told }: Place): boolean {
    const name = field.name.value;
    const coordinate = `${type.name}.${name}`;
    if (this.#own.external.has(coordinate) && !provided.has(name) && !this.#joins.inKeys.has(coordinate)) {
      return true;
    }
    const required = this.#own.requires.get(coordinate);
    if (required !== undefined && !namesIn(required).every((one) => told.has(one))) {
      return true;
    }
    const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    const inner = definition && getNamedType(definition.type);
    if (field.selectionSet === undefined || !isCompositeType(inner)) return false;
    const provides = this.#own.provides.get(coordinate);
    const below = provides === undefined ? provided : new Set([...provided, ...allNamesIn(provides)]);
    return this.isWrong(field.selectionSet, { type: inner, provided: below, told: NOTHING });
  }
}

/**
 * Whether a plan asks a subgraph for a field that is another's, or for one before the subgraph is told what it requires.
 *
 * The planner does where a required field requires something itself and belongs to the subgraph the plan is in already.
 */
export function asksMisplaced(steps: readonly PlanStep[], schema: GraphQLSchema, joins: SupergraphJoins): boolean {
  return steps.some(({ node }) => {
    const own = joins.bySubgraph.get(node.serviceName);
    if (own === undefined || (own.requires.size === 0 && own.external.size === 0)) return false;
    const { definitions } = parse(node.operation, { noLocation: true });
    const operation = definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
    const fragments = definitions.flatMap((one): [string, FragmentDefinitionNode][] =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [],
    );
    const check = new FetchCheck(schema, joins, own, new Map(fragments));
    const root = schema.getRootType(operation.operation);
    if (!root) return false;
    const [entities] = operation.selectionSet.selections;
    return node.requires !== undefined && entities?.kind === Kind.FIELD && entities.selectionSet !== undefined
      ? check.isWrong(entities.selectionSet, { type: root, provided: NOTHING, told: new Set(namesTold(node.requires)) })
      : check.isWrong(operation.selectionSet, { type: root, provided: NOTHING, told: NOTHING });
  });
}
