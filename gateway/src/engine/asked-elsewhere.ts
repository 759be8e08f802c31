import { Kind, type FieldNode, type SelectionSetNode } from "graphql";
import { selectionOf } from "./documents.js";
import { inlinedOperation } from "./inline-spreads.js";
import type { PlanStep } from "./plan-steps.js";
import type { SupergraphJoins } from "./subgraph-joins.js";
import type { TypeConditions } from "./type-conditions.js";

/** What must be known of a supergraph to compare what two steps ask for. */
export interface AskedContext {
  readonly supergraphTypes: TypeConditions;
  readonly joins: SupergraphJoins;
}

/** Where objects stand that a step asks about. */
export interface AskedPlace {
  readonly path: readonly string[];
  /** The fields from where the step begins down to here. */
  readonly way: readonly WayField[];
}

/** A field on the way to a place. */
export interface WayField {
  /** The path at which it is selected. */
  readonly from: readonly string[];
  readonly parent: string;
  readonly name: string;
  readonly key: string;
  /** The type it leads to in the supergraph. */
  readonly type: string;
}

/** The key under which a field is answered. */
export function keyOf(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}

/** The type a field leads to in a subgraph, where that is not the supergraph's. */
export function localType(
  { bySubgraph }: SupergraphJoins,
  subgraph: string,
  type: string,
  field: string,
): string | undefined {
  return bySubgraph.get(subgraph)?.types.get(`${type}.${field}`);
}

/** The fields that selections without spreads ask of an object of type `member`. */
export function fieldsOn(
  member: string,
  sets: readonly SelectionSetNode[],
  types: TypeConditions,
): readonly FieldNode[] {
  return sets.flatMap(({ selections }) =>
    selections.flatMap((selection): readonly FieldNode[] => {
      if (selection.kind === Kind.FIELD) return [selection];
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
      const condition = selection.typeCondition?.name.value;
      return condition === undefined || types.applies(condition, member)
        ? fieldsOn(member, [selection.selectionSet], types)
        : [];
    }),
  );
}

/** Whether a subgraph can answer a field with this member. */
function canBe(member: string, subgraph: string, { parent, name, type }: WayField, joins: SupergraphJoins): boolean {
  const whole = localType(joins, subgraph, parent, name) ?? type;
  return whole === member || joins.members.get(whole)?.get(subgraph)?.has(member) === true;
}

/**
 * The fields of a member that another step asks for at the same place.
 *
 * Below a list they do not count: a subgraph may leave out of a list what it does not know, so that its answers may stand
 * beside others. Nor do they where the types on the step's way are narrower than those on the way here or its subgraph
 * knows no such member there.
 */
export function askedBy(
  step: PlanStep,
  member: string,
  { path, way }: AskedPlace,
  { supergraphTypes, joins }: AskedContext,
): readonly FieldNode[] {
  const below = path.slice(step.path.length);
  if (below.includes("@") || !step.path.every((element, at) => element === path[at])) return [];
  const rest = way.filter(({ from }) => from.length >= step.path.length);
  const last = rest.at(-1);
  if (rest.length !== below.length || (last && !canBe(member, step.node.serviceName, last, joins))) return [];
  const asked = selectionOf(inlinedOperation(step.node.operation), step.node.requires !== undefined);
  const sets = rest.reduce<readonly SelectionSetNode[]>(
    (above, { parent, key }) =>
      fieldsOn(parent, above, supergraphTypes).flatMap((field) =>
        keyOf(field) === key ? (field.selectionSet ?? []) : [],
      ),
    [asked],
  );
  return fieldsOn(member, sets, supergraphTypes);
}
