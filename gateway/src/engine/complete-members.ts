import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  print,
  stripIgnoredCharacters,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { askedBy, fieldsOn, keyOf, localType, type AskedContext, type AskedPlace } from "./asked-elsewhere.js";
import { fragmentOn, TYPENAME, variablesIn } from "./documents.js";
import { inlinedOperation } from "./inline-spreads.js";
import type { PlanStep } from "./plan-steps.js";
import type { LateField } from "./stage-requirements.js";
import type { SupergraphJoins } from "./subgraph-joins.js";

interface MemberContext extends AskedContext {
  readonly supergraphSchema: GraphQLSchema;
}

interface Place extends AskedPlace {
  readonly type: GraphQLCompositeType;
  /** What the client selects here. */
  readonly wanted: readonly SelectionSetNode[];
}

function allFields(set: SelectionSetNode): readonly FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    return selection.kind === Kind.INLINE_FRAGMENT ? allFields(selection.selectionSet) : [];
  });
}

function setsBelow(sets: readonly SelectionSetNode[], key: string): readonly SelectionSetNode[] {
  return sets.flatMap(allFields).flatMap((field) => (keyOf(field) === key ? (field.selectionSet ?? []) : []));
}

/** Unions and interfaces that are not the same in all subgraphs. */
export function partialTypes({ members }: SupergraphJoins): ReadonlySet<string> {
  const partial = [...members].filter(([, bySubgraph]) => {
    const texts = [...bySubgraph.values()].map((names) => [...names].sort().join());
    return new Set(texts).size > 1;
  });
  return new Set(partial.map(([type]) => type));
}

class MemberCompletion {
  readonly late: LateField[] = [];
  changed = false;
  readonly #context: MemberContext;
  readonly #partial: ReadonlySet<string>;
  readonly #steps: readonly PlanStep[];
  readonly #step: PlanStep;

  constructor(context: MemberContext, partial: ReadonlySet<string>, steps: readonly PlanStep[], step: PlanStep) {
    this.#context = context;
    this.#partial = partial;
    this.#steps = steps;
    this.#step = step;
  }

  set(set: SelectionSetNode, place: Place): SelectionSetNode {
    const below = this.#below(set, place);
    const added = this.#partial.has(place.type.name) ? this.#addedTo(set, place) : [];
    if (added.length > 0) this.changed = true;
    return { ...below, selections: [...below.selections, ...added] };
  }

  /** Members are completed once, where the field of the union or interface itself selects. */
  #below(set: SelectionSetNode, place: Place): SelectionSetNode {
    const selections = set.selections.map((selection) => {
      if (selection.kind === Kind.FIELD) return this.#field(selection, place);
      return selection.kind === Kind.INLINE_FRAGMENT ? this.#fragment(selection, place) : selection;
    });
    return { ...set, selections };
  }

  #fragment(fragment: InlineFragmentNode, place: Place): InlineFragmentNode {
    const name = fragment.typeCondition?.name.value ?? place.type.name;
    const type = this.#context.supergraphSchema.getType(name);
    const inner = isCompositeType(type) ? { ...place, type } : place;
    return { ...fragment, selectionSet: this.#below(fragment.selectionSet, inner) };
  }

  #field(field: FieldNode, { type, path, way, wanted }: Place): FieldNode {
    const name = field.name.value;
    const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    const local = localType(this.#context.joins, this.#step.node.serviceName, type.name, name);
    const inner = definition && (this.#context.supergraphSchema.getType(local ?? "") ?? getNamedType(definition.type));
    if (field.selectionSet === undefined || definition === undefined || !isCompositeType(inner)) return field;
    const lists = String(definition.type).match(/\[/g) ?? [];
    const place: Place = {
      type: inner,
      path: [...path, keyOf(field), ...lists.map(() => "@")],
      way: [
        ...way,
        { from: path, parent: type.name, name, key: keyOf(field), type: getNamedType(definition.type).name },
      ],
      wanted: setsBelow(wanted, keyOf(field)),
    };
    return { ...field, selectionSet: this.set(field.selectionSet, place) };
  }

  #fieldsOn(member: string, sets: readonly SelectionSetNode[]): readonly FieldNode[] {
    return fieldsOn(member, sets, this.#context.supergraphTypes);
  }

  #addedTo(set: SelectionSetNode, place: Place): readonly InlineFragmentNode[] {
    const { type, path, wanted } = place;
    const subgraph = this.#step.node.serviceName;
    const members = this.#context.joins.members.get(type.name)?.get(subgraph) ?? [];
    const taken = new Set(allFields(set).map(keyOf));
    const others = this.#steps.filter((step) => step !== this.#step);
    return [...members].flatMap((member): readonly InlineFragmentNode[] => {
      const present = new Set(this.#fieldsOn(member, [set]).map(keyOf));
      const brought = new Set<string>();
      for (const step of others) {
        for (const field of askedBy(step, member, place, this.#context)) {
          brought.add(keyOf(field));
          if (step.path.length === path.length) present.add(keyOf(field));
        }
      }
      const missing = this.#fieldsOn(member, wanted).filter(
        (field) => field.name.value !== "__typename" && !present.has(keyOf(field)) && !taken.has(keyOf(field)),
      );
      // What the subgraph answers itself costs no call, and is there when the other's answer is not.
      const needed = missing.filter(
        (field) => !brought.has(keyOf(field)) || this.#answers(subgraph, member, field.name.value),
      );
      const selections = needed.flatMap((field) => this.#asked(field, member, subgraph, path));
      return selections.length === 0 ? [] : [fragmentOn(member, [TYPENAME, ...selections])];
    });
  }

  #answers(subgraph: string, type: string, name: string): boolean {
    const { joins } = this.#context;
    const coordinate = `${type}.${name}`;
    const answerers = joins.answerers.get(coordinate) ?? joins.subgraphsOf.get(type) ?? [];
    const own = joins.bySubgraph.get(subgraph);
    return answerers.includes(subgraph) && own?.requires.has(coordinate) === false && !own.external.has(coordinate);
  }

  /** What to ask the subgraph for so that the field comes, from it or as a late field from another. */
  #asked(field: FieldNode, type: string, subgraph: string, path: readonly string[]): readonly FieldNode[] {
    const name = field.name.value;
    const parent = this.#context.supergraphSchema.getType(type);
    const definition = isObjectType(parent) ? parent.getFields()[name] : undefined;
    if (definition === undefined) return [];
    const inner = getNamedType(definition.type);
    if (this.#answers(subgraph, type, name)) {
      if (field.selectionSet === undefined) return [field];
      if (!isObjectType(inner) || isAbstractType(inner)) return [];
      const below = this.#fieldsOn(inner.name, [field.selectionSet]);
      const selections = below.filter(
        (one) => one.selectionSet === undefined && this.#answers(subgraph, inner.name, one.name.value),
      );
      return selections.length === below.length
        ? [{ ...field, selectionSet: { kind: Kind.SELECTION_SET, selections } }]
        : [];
    }
    const { bySubgraph } = this.#context.joins;
    for (const [other, { keys }] of field.selectionSet === undefined ? bySubgraph : []) {
      const key = keys.get(type);
      const plain = key?.selections.every(
        (part) =>
          part.kind === Kind.FIELD && part.selectionSet === undefined && this.#answers(subgraph, type, part.name.value),
      );
      if (key !== undefined && plain === true && this.#answers(other, type, name)) {
        const told = ["__typename", ...allFields(key).map((part) => part.name.value)];
        this.late.push({
          subgraph: other,
          type,
          on: type,
          path,
          field,
          told: [
            {
              kind: "InlineFragment",
              typeCondition: type,
              selections: told.map((part) => ({ kind: "Field", name: part })),
            },
          ],
          renames: [],
          home: undefined,
          after: [],
        });
        return allFields(key);
      }
    }
    return [];
  }
}

/**
 * Asks for the fields of members of a union or interface that the planner leaves out.
 *
 * It takes it that a field several subgraphs answer holds only what all of them know. The subgraph that is asked may know
 * more, and what it answers stands. Changes the steps; returns fields to ask other subgraphs for.
 */
export function completeMembers(
  steps: readonly PlanStep[],
  operation: OperationDefinitionNode,
  partial: ReadonlySet<string>,
  context: MemberContext,
): readonly LateField[] {
  const root = context.supergraphSchema.getRootType(operation.operation);
  if (partial.size === 0 || !root) return [];
  return steps.flatMap((step) => {
    const asked = inlinedOperation(step.node.operation);
    const completion = new MemberCompletion(context, partial, steps, step);
    const keys = step.path.filter((element) => element !== "@");
    const wanted = keys.reduce<readonly SelectionSetNode[]>(setsBelow, [operation.selectionSet]);
    const place: Place = { type: root, path: step.path, way: [], wanted };
    const [entities] = asked.selectionSet.selections;
    const selectionSet: SelectionSetNode =
      step.node.requires !== undefined && entities?.kind === Kind.FIELD && entities.selectionSet !== undefined
        ? {
            ...asked.selectionSet,
            selections: [{ ...entities, selectionSet: completion.set(entities.selectionSet, place) }],
          }
        : completion.set(asked.selectionSet, place);
    if (!completion.changed) return [];
    const used = variablesIn(selectionSet);
    const known = asked.variableDefinitions ?? [];
    const more = (operation.variableDefinitions ?? []).filter(
      ({ variable: { name } }) =>
        used.includes(name.value) && !known.some(({ variable }) => variable.name.value === name.value),
    );
    const text = print({ ...asked, selectionSet, variableDefinitions: [...known, ...more] });
    step.node = {
      ...step.node,
      operation: stripIgnoredCharacters(text),
      variableUsages: used.filter((name) => name !== "representations"),
    };
    return completion.late;
  });
}
