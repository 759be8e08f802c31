import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";
import type { InternalNames, RequiredArguments } from "./internal-names.js";

/** A field that must be asked with these arguments somewhere at or below a place. */
interface Need extends RequiredArguments {
  readonly path: string;
}

interface Place {
  readonly type: GraphQLCompositeType;
  readonly path: string;
}

/** Whether one place is the other or lies below it: what a field requires may lie below the field's own place. */
function meet(one: Need, other: Need): boolean {
  return `${one.path}/`.startsWith(`${other.path}/`) || `${other.path}/`.startsWith(`${one.path}/`);
}

class NeedFinder {
  readonly #schema: GraphQLSchema;
  readonly #names: InternalNames;
  readonly #needs: Need[] = [];

  constructor(schema: GraphQLSchema, names: InternalNames) {
    this.#schema = schema;
    this.#names = names;
  }

  /** Whether some field of the selection is required with two sets of arguments. */
  conflicts(set: SelectionSetNode, place: Place): boolean {
    return set.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return this.#fieldConflicts(selection, place);
      if (selection.kind === Kind.FRAGMENT_SPREAD) return false;
      const type = selection.typeCondition && this.#schema.getType(selection.typeCondition.name.value);
      return this.conflicts(selection.selectionSet, isCompositeType(type) ? { ...place, type } : place);
    });
  }

  #fieldConflicts(field: FieldNode, { type, path }: Place): boolean {
    const name = field.name.value;
    const owners = [type, ...(isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [])];
    for (const owner of owners) {
      for (const required of this.#names.requirements.get(`${owner.name}.${name}`) ?? []) {
        const need = { ...required, path };
        if (this.#needs.some((other) => other.field === need.field && other.args !== need.args && meet(other, need))) {
          return true;
        }
        this.#needs.push(need);
      }
    }
    const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    const inner = definition && getNamedType(definition.type);
    const key = field.alias?.value ?? name;
    return (
      field.selectionSet !== undefined &&
      isCompositeType(inner) &&
      this.conflicts(field.selectionSet, { type: inner, path: `${path}/${key}` })
    );
  }
}

/**
 * Whether a selection without fragment spreads requires one field of one object with two sets of arguments.
 *
 * The planner asks for a required field under its plain name, so that the last arguments would win for all.
 */
export function requiresConflictingly(
  set: SelectionSetNode,
  root: GraphQLCompositeType,
  schema: GraphQLSchema,
  names: InternalNames,
): boolean {
  return names.requirements.size > 0 && new NeedFinder(schema, names).conflicts(set, { type: root, path: "" });
}
