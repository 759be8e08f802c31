import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLSchema,
} from "graphql";

/** Whether a value of one type fits a fragment on another, remembered per pair. */
export class TypeConditions {
  readonly #schema: GraphQLSchema;
  readonly #known = new Map<string, boolean>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** Whether `... on condition` takes a value whose `__typename` is `typename` (an interface's name fits itself). */
  applies(condition: string, typename: unknown): boolean {
    if (condition === typename) {
      return true;
    }
    if (typeof typename !== "string") {
      return false;
    }
    const key = `${condition} ${typename}`;
    const known = this.#known.get(key);
    if (known !== undefined) {
      return known;
    }
    const answer = this.#compute(condition, typename);
    // Only names of the schema are remembered, so that a subgraph's inventions cannot fill memory.
    if (this.#schema.getType(typename) !== undefined) {
      this.#known.set(key, answer);
    }
    return answer;
  }

  /** Whether the schema has a type of this name. */
  knows(typename: string): boolean {
    return this.#schema.getType(typename) !== undefined;
  }

  /** Whether this is an interface's name, as objects of an @interfaceObject subgraph have for their type. */
  isInterface(typename: unknown): boolean {
    return typeof typename === "string" && isInterfaceType(this.#schema.getType(typename));
  }

  /** The type of a field of objects; undefined for leaves and for fields the schema does not have. */
  objectsOf(parent: string, field: string): GraphQLCompositeType | undefined {
    const type = this.#schema.getType(parent);
    const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined;
    const named = definition && getNamedType(definition.type);
    return isCompositeType(named) ? named : undefined;
  }

  #compute(condition: string, typename: string): boolean {
    const type = this.#schema.getType(typename);
    const wanted = this.#schema.getType(condition);
    return (
      isAbstractType(wanted) && (isObjectType(type) || isInterfaceType(type)) && this.#schema.isSubType(wanted, type)
    );
  }
}
