import type { QueryPlanSelectionNode } from "@apollo/query-planner";
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { fragmentOn, TYPENAME } from "./documents.js";
import { printArguments } from "./internal-names.js";
import type { SupergraphJoins } from "./subgraph-joins.js";

/** A field that is asked for as a field of an entity, once everything it requires is there. */
export interface LateField {
  readonly subgraph: string;
  /** The type the subgraph knows the entity as. */
  readonly type: string;
  /** The type of which it is selected. */
  readonly on: string;
  readonly path: readonly string[];
  /** As it is asked for, without the late fields below it. */
  readonly field: FieldNode;
  /** What the subgraph is told, under the names the data has it by. */
  readonly told: readonly QueryPlanSelectionNode[];
  /** Where in what the subgraph is told a name of the data stands, and the field's own name, the deepest first. */
  readonly renames: readonly { readonly path: readonly string[]; readonly to: string }[];
  /** The late field below which this one stands; undefined below none. */
  readonly home: LateField | undefined;
  /** Late fields it requires. */
  readonly after: LateField[];
}

/** An operation's selection without the fields that require others, but with what they require, and those fields. */
export interface StagedSelection {
  readonly set: SelectionSetNode;
  /** Each after those it waits for. */
  readonly late: readonly LateField[];
}

interface Place {
  readonly type: GraphQLCompositeType;
  readonly path: readonly string[];
  readonly home: LateField | undefined;
}

interface Requirement {
  readonly subgraph: string;
  readonly type: string;
  readonly set: SelectionSetNode;
  readonly key: SelectionSetNode;
}

interface Demand {
  /** What must be selected for it. */
  readonly wanted: SelectionNode[];
  readonly told: QueryPlanSelectionNode[];
  readonly renames: { path: readonly string[]; to: string }[];
  readonly after: LateField[];
}

function listSteps(type: GraphQLOutputType): readonly string[] {
  if (isNonNullType(type)) return listSteps(type.ofType);
  return isListType(type) ? ["@", ...listSteps(type.ofType)] : [];
}

function asTold({ selections }: SelectionSetNode): QueryPlanSelectionNode[] {
  return selections.flatMap((selection): QueryPlanSelectionNode[] => {
    if (selection.kind !== Kind.FIELD) return [];
    const inner = selection.selectionSet && { selections: asTold(selection.selectionSet) };
    return [{ kind: "Field", name: selection.name.value, ...inner }];
  });
}

/** Finds fields that require others, and takes an operation's selection apart. */
export class RequirementStages {
  readonly #schema: GraphQLSchema;
  readonly #joins: SupergraphJoins;
  readonly #prefix: string;
  readonly #late: LateField[] = [];
  readonly #lateByKey = new Map<string, LateField>();
  readonly #aliases = new Map<string, string>();

  /** No name of the operation or of the supergraph may begin with `prefix`. */
  constructor(schema: GraphQLSchema, joins: SupergraphJoins, prefix: string) {
    this.#schema = schema;
    this.#joins = joins;
    this.#prefix = prefix;
  }

  stage(set: SelectionSetNode, type: GraphQLCompositeType): StagedSelection {
    return { set: this.#set(set, { type, path: [], home: undefined }), late: this.#late };
  }

  #set(set: SelectionSetNode, place: Place): SelectionSetNode {
    const selections = set.selections.flatMap((selection): readonly SelectionNode[] => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection];
      if (selection.kind === Kind.FIELD) return this.#field(selection, place);
      const type = selection.typeCondition && this.#schema.getType(selection.typeCondition.name.value);
      const inner = this.#set(selection.selectionSet, isCompositeType(type) ? { ...place, type } : place);
      return [{ ...selection, selectionSet: inner }];
    });
    return { ...set, selections: selections.length === 0 ? [TYPENAME] : selections };
  }

  #field(field: FieldNode, place: Place): readonly SelectionNode[] {
    const { type } = place;
    const requirement = this.#requirementOf(type, field.name.value);
    if (requirement !== undefined) {
      return this.#makeLate(field, requirement, place).wanted;
    }
    if (!isAbstractType(type)) return [this.#plain(field, place)];
    const possible = this.#schema.getPossibleTypes(type);
    if (!possible.some((one) => this.#requirementOf(one, field.name.value))) return [this.#plain(field, place)];
    return possible.map((one) => fragmentOn(one.name, [TYPENAME, ...this.#field(field, { ...place, type: one })]));
  }

  #plain(field: FieldNode, place: Place): FieldNode {
    const inner = this.#below(field, place);
    return inner === undefined || field.selectionSet === undefined
      ? field
      : { ...field, selectionSet: this.#set(field.selectionSet, inner) };
  }

  #below(field: FieldNode, { type, path, home }: Place): Place | undefined {
    const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field.name.value] : undefined;
    const inner = definition && getNamedType(definition.type);
    if (definition === undefined || !isCompositeType(inner)) return undefined;
    const key = field.alias?.value ?? field.name.value;
    return { type: inner, path: [...path, key, ...listSteps(definition.type)], home };
  }

  /** The requirement of a field no subgraph answers without one. */
  #requirementOf(type: GraphQLCompositeType, name: string): Requirement | undefined {
    const interfaces = isObjectType(type) ? type.getInterfaces().map((one) => one.name) : [];
    for (const owner of [type.name, ...interfaces]) {
      const coordinate = `${owner}.${name}`;
      const answerers = this.#joins.answerers.get(coordinate) ?? [];
      const [subgraph] = answerers;
      const joins = subgraph === undefined ? undefined : this.#joins.bySubgraph.get(subgraph);
      const own = owner === type.name || joins?.interfaceObjects.has(owner);
      const set = joins?.requires.get(coordinate);
      const key = joins?.keys.get(owner);
      const always = answerers.every((one) => this.#joins.bySubgraph.get(one)?.requires.has(coordinate));
      if (own && always && subgraph !== undefined && set !== undefined && key !== undefined) {
        return { subgraph, type: owner, set, key };
      }
    }
    return undefined;
  }

  /** Notes a late field, once, and says what must be selected at its place so that it can be asked for. */
  #makeLate(field: FieldNode, requirement: Requirement, place: Place): { late: LateField; wanted: SelectionNode[] } {
    const name = [requirement.type, place.type.name, ...place.path, field.alias?.value ?? field.name.value].join("/");
    const known = this.#lateByKey.get(name);
    if (known !== undefined && field.selectionSet === undefined) {
      // What it requires is selected at this place already.
      return { late: known, wanted: [] };
    }
    const type = this.#schema.getType(requirement.type);
    const demand = this.#demand(requirement.set, isCompositeType(type) ? { ...place, type } : place, []);
    const wanted = [TYPENAME, ...requirement.key.selections, ...demand.wanted];
    const told: QueryPlanSelectionNode = {
      kind: "InlineFragment",
      typeCondition: requirement.type,
      selections: [{ kind: "Field", name: "__typename" }, ...asTold(requirement.key), ...demand.told],
    };
    const making = {
      subgraph: requirement.subgraph,
      type: requirement.type,
      on: place.type.name,
      path: place.path,
      field,
      told: [told],
      renames: demand.renames,
      home: place.home,
      after: demand.after,
    };
    const late: LateField & { field: FieldNode } = making;
    this.#late.push(late);
    const inner = this.#below(field, { ...place, type: isCompositeType(type) ? type : place.type });
    if (inner !== undefined && field.selectionSet !== undefined) {
      making.field = { ...field, selectionSet: this.#set(field.selectionSet, { ...inner, home: late }) };
    }
    this.#lateByKey.set(name, late);
    return { late, wanted };
  }

  #demand({ selections }: SelectionSetNode, place: Place, at: readonly string[]): Demand {
    const demand: Demand = { wanted: [], told: [], renames: [], after: [] };
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.#demandFragment(selection, place, at, demand);
      } else if (selection.kind === Kind.FIELD) {
        this.#demandField(selection, place, at, demand);
      }
    }
    return demand;
  }

  #demandFragment(
    { typeCondition, selectionSet }: SelectionNode & { kind: Kind.INLINE_FRAGMENT },
    place: Place,
    at: readonly string[],
    demand: Demand,
  ): void {
    const name = typeCondition?.name.value ?? place.type.name;
    const type = this.#schema.getType(name);
    const inner = this.#demand(selectionSet, isCompositeType(type) ? { ...place, type } : place, [
      ...at,
      `... on ${name}`,
    ]);
    demand.wanted.push(fragmentOn(name, [TYPENAME, ...inner.wanted]));
    demand.told.push({ kind: "InlineFragment", typeCondition: name, selections: inner.told });
    demand.renames.push(...inner.renames);
    demand.after.push(...inner.after);
  }

  #demandField(field: FieldNode, place: Place, at: readonly string[], demand: Demand): void {
    const name = field.name.value;
    if (name === "__typename") {
      demand.wanted.push(TYPENAME);
      demand.told.push({ kind: "Field", name });
      return;
    }
    const alias = this.#aliasOf(place.type.name, field);
    const asked: FieldNode = { ...field, alias: { kind: Kind.NAME, value: alias } };
    const requirement = this.#requirementOf(place.type, name);
    const below = this.#below(asked, place);
    const inner =
      below === undefined || field.selectionSet === undefined
        ? undefined
        : this.#demand(field.selectionSet, below, [...at, alias]);
    const selected: FieldNode =
      inner === undefined
        ? asked
        : { ...asked, selectionSet: { kind: Kind.SELECTION_SET, selections: [TYPENAME, ...inner.wanted] } };
    if (requirement === undefined) {
      const before = this.#late.length;
      demand.wanted.push(...this.#field(selected, place));
      demand.after.push(...this.#late.slice(before));
    } else {
      const { late, wanted } = this.#makeLate(selected, requirement, place);
      demand.wanted.push(...wanted);
      demand.after.push(late);
      // What is late below a late object waits for the object.
      inner?.after.forEach((below) => below.after.push(late));
    }
    demand.told.push({ kind: "Field", name: alias, ...(inner && { selections: inner.told }) });
    demand.renames.push(...(inner?.renames ?? []), { path: [...at, alias], to: name });
    demand.after.push(...(inner?.after ?? []));
  }

  #aliasOf(type: string, field: FieldNode): string {
    const use = `${type}.${field.name.value}(${printArguments(field)})`;
    const alias = this.#aliases.get(use) ?? `${this.#prefix}${this.#aliases.size}_${field.name.value}`;
    this.#aliases.set(use, alias);
    return alias;
  }
}
