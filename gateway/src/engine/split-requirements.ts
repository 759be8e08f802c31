import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { inlineSpreads } from "./inline-spreads.js";
import type { InternalNames, RequiredArguments } from "./internal-names.js";

/** A field that must be asked with these arguments somewhere at or below a place. */
interface Need extends RequiredArguments {
  readonly path: string;
}

/** What a lane, or a field with those above it, needs. */
type Needs = readonly Need[];

interface Place {
  readonly type: GraphQLCompositeType;
  readonly path: string;
  /** What the fields above need. */
  readonly needs: Needs;
  /** The lane of the nearest field above that has one. */
  readonly home: number;
}

function same(one: Need, other: Need): boolean {
  return one.path === other.path && one.field === other.field && one.args === other.args;
}

/** Whether one place is the other or lies below it: what a field requires may lie below the field's own place. */
function meet(one: Need, other: Need): boolean {
  return `${one.path}/`.startsWith(`${other.path}/`) || `${other.path}/`.startsWith(`${one.path}/`);
}

function fits(lane: Needs, wanted: Needs): boolean {
  return wanted.every((want) =>
    lane.every((need) => need.field !== want.field || need.args === want.args || !meet(need, want)),
  );
}

class Splitter {
  readonly #schema: GraphQLSchema;
  readonly #names: InternalNames;
  readonly #lanes: Need[][] = [[]];
  readonly #laneOf = new Map<FieldNode, number>();

  constructor(schema: GraphQLSchema, names: InternalNames) {
    this.#schema = schema;
    this.#names = names;
  }

  get lanes(): number {
    return this.#lanes.length;
  }

  /** Gives every field with requirements a lane in which nothing at its place requires otherwise. */
  assign(set: SelectionSetNode, place: Place): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        this.#assignField(selection, place);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const type = selection.typeCondition && this.#schema.getType(selection.typeCondition.name.value);
        this.assign(selection.selectionSet, isCompositeType(type) ? { ...place, type } : place);
      }
    }
  }

  #assignField(field: FieldNode, place: Place): void {
    const own = this.#requirements(place.type, field.name.value);
    const needs = [...place.needs, ...own.map((need) => ({ ...need, path: place.path }))];
    let lane = place.home;
    if (own.length > 0) {
      const found = this.#lanes.findIndex((candidate) => fits(candidate, needs));
      lane = found === -1 ? this.#lanes.push([]) - 1 : found;
      const known = this.#lanes[lane] ?? [];
      known.push(...needs.filter((need) => !known.some((other) => same(need, other))));
    }
    this.#laneOf.set(field, lane);
    const type = this.#typeOf(place.type, field.name.value);
    if (field.selectionSet !== undefined && type !== undefined) {
      const key = field.alias?.value ?? field.name.value;
      this.assign(field.selectionSet, { type, path: `${place.path}/${key}`, needs, home: lane });
    }
  }

  #requirements(parent: GraphQLCompositeType, field: string) {
    const possible = isAbstractType(parent) ? this.#schema.getPossibleTypes(parent) : [];
    return [parent, ...possible].flatMap((type) => this.#names.requirements.get(`${type.name}.${field}`) ?? []);
  }

  #typeOf(parent: GraphQLCompositeType, field: string): GraphQLCompositeType | undefined {
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field] : undefined;
    const type = definition && getNamedType(definition.type);
    return isCompositeType(type) ? type : undefined;
  }

  /** The selection with only what one lane answers, or undefined when that is nothing. */
  only(set: SelectionSetNode, lane: number): SelectionSetNode | undefined {
    const selections = set.selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind === Kind.FIELD && selection.selectionSet === undefined) {
        return this.#laneOf.get(selection) === lane ? [selection] : [];
      }
      const inner = selection.kind === Kind.FRAGMENT_SPREAD ? undefined : selection.selectionSet;
      const kept = inner && this.only(inner, lane);
      return kept === undefined ? [] : [{ ...selection, selectionSet: kept } as SelectionNode];
    });
    return selections.length === 0 ? undefined : { ...set, selections };
  }
}

/**
 * Splits a selection so that no part requires one field of one object with two sets of arguments.
 *
 * The planner asks for a required field under its plain name, so that the last arguments would win for all. Most
 * selections come back whole.
 */
export function splitRequirements(
  root: GraphQLCompositeType,
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  schema: GraphQLSchema,
  names: InternalNames,
): readonly SelectionSetNode[] {
  if (names.requirements.size === 0) {
    return [set];
  }
  const splitter = new Splitter(schema, names);
  const inlined = inlineSpreads(set, fragments);
  splitter.assign(inlined, { type: root, path: "", needs: [], home: 0 });
  if (splitter.lanes === 1) {
    return [set];
  }
  return Array.from({ length: splitter.lanes }, (_, lane) => splitter.only(inlined, lane)).filter(
    (part) => part !== undefined,
  );
}
