import {
  getNamedType,
  GraphQLError,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { fragmentOn, TYPENAME } from "./documents.js";
import type { SupergraphJoins } from "./subgraph-joins.js";

/** The planner weighs every combination of subgraphs for the types of an interface; more are not left to it. */
const MOST_COMBINATIONS = 256;

/** So many fields, each as often as subgraphs answer it, a spread operation may have: more take many seconds to plan. */
const MOST_FIELDS = 6_000;

class Spreader {
  readonly #schema: GraphQLSchema;
  readonly #joins: SupergraphJoins;
  #fields = 0;
  changed = false;

  constructor(schema: GraphQLSchema, joins: SupergraphJoins) {
    this.#schema = schema;
    this.#joins = joins;
  }

  /** `above`: the combinations of the fields above, each of which the planner tries with each of those here. */
  set(set: SelectionSetNode, parent: GraphQLCompositeType, above = 1): SelectionSetNode {
    const selections = set.selections.flatMap((selection): readonly SelectionNode[] => {
      if (selection.kind === Kind.FIELD) return this.#field(selection, parent, above);
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection];
      const type = selection.typeCondition && this.#schema.getType(selection.typeCondition.name.value);
      const inner = this.set(selection.selectionSet, isCompositeType(type) ? type : parent, above);
      return [{ ...selection, selectionSet: inner }];
    });
    return { ...set, selections };
  }

  #field(field: FieldNode, parent: GraphQLCompositeType, above: number): readonly SelectionNode[] {
    const combinations = isInterfaceType(parent) ? above * this.#combinations(parent.name, field) : above;
    if (combinations <= MOST_COMBINATIONS) {
      return [this.#plain(field, parent, combinations)];
    }
    this.changed = true;
    return this.#schema
      .getPossibleTypes(parent as GraphQLInterfaceType)
      .map((type) => fragmentOn(type.name, [TYPENAME, this.#plain(field, type, 1)]));
  }

  #plain(field: FieldNode, parent: GraphQLCompositeType, combinations: number): FieldNode {
    this.#fields += Math.max(1, this.#answerers(parent.name, field.name.value).length);
    if (this.changed && this.#fields > MOST_FIELDS) {
      throw new GraphQLError(
        "Operation: found too many ways to answer its interfaces; expected fewer fields on them.",
        {
          extensions: { code: "BAD_USER_INPUT" },
        },
      );
    }
    const definition =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
    const type = definition && getNamedType(definition.type);
    return field.selectionSet === undefined || !isCompositeType(type)
      ? field
      : { ...field, selectionSet: this.set(field.selectionSet, type, combinations) };
  }

  #combinations(interfaceName: string, field: FieldNode): number {
    const type = this.#schema.getType(interfaceName);
    const name = field.name.value;
    if (!isInterfaceType(type) || name === "__typename") return 1;
    const possible = this.#schema.getPossibleTypes(type).map((one) => one.name);
    // What every subgraph knows on the interface itself is simply asked for, save objects that may be found elsewhere.
    const known = (this.#joins.subgraphsOf.get(interfaceName) ?? []).every((subgraph) =>
      [interfaceName, ...possible].every((owner) => this.#answerers(owner, name).includes(subgraph)),
    );
    const elsewhere = possible.some((one) => this.#isEntity(one) && this.#answerers(one, name).length > 1);
    if (known && (field.selectionSet === undefined || !elsewhere)) return 1;
    return possible.reduce((product, owner) => product * Math.max(1, this.#answerers(owner, name).length), 1);
  }

  #isEntity(type: string): boolean {
    return [...this.#joins.bySubgraph.values()].some(({ keys }) => keys.has(type));
  }

  #answerers(owner: string, name: string): readonly string[] {
    return this.#joins.answerers.get(`${owner}.${name}`) ?? this.#joins.subgraphsOf.get(owner) ?? [];
  }
}

/**
 * Writes fields of an interface as fields of each of its types where the planner would try too many combinations.
 *
 * Returns the same selection when there are none. Throws BAD_USER_INPUT for an operation that would grow too large.
 */
export function spreadInterfaces(
  set: SelectionSetNode,
  root: GraphQLCompositeType,
  schema: GraphQLSchema,
  joins: SupergraphJoins,
): SelectionSetNode {
  const spreader = new Spreader(schema, joins);
  const spread = spreader.set(set, root);
  return spreader.changed ? spread : set;
}
