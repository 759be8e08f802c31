import { Kind, parse, type ConstDirectiveNode, type FieldDefinitionNode, type SelectionSetNode } from "graphql";
import { flag, textArgument } from "./directive-arguments.js";
import { fieldSet } from "./internal-names.js";

/** What one subgraph must be told, what it can tell, and how it knows entities, by the supergraph's join directives. */
export interface SubgraphJoins {
  /** Per `Type.field`: what the field requires. */
  readonly requires: ReadonlyMap<string, SelectionSetNode>;
  /** Per `Type.field`: what the field brings of the object it leads to although that is another subgraph's. */
  readonly provides: ReadonlyMap<string, SelectionSetNode>;
  /** Every `Type.field` the subgraph only names: it cannot be asked for it, save where that is provided. */
  readonly external: ReadonlySet<string>;
  /** Per `Type.field`: the type the field leads to in the subgraph, where that is not the supergraph's. */
  readonly types: ReadonlyMap<string, string>;
  /** Per type: the first key by which the subgraph finds an entity. */
  readonly keys: ReadonlyMap<string, SelectionSetNode>;
  /** Interfaces that are object types in the subgraph. */
  readonly interfaceObjects: ReadonlySet<string>;
}

/** The joins of a whole supergraph. */
export interface SupergraphJoins {
  readonly bySubgraph: ReadonlyMap<string, SubgraphJoins>;
  /** Per `Type.field`: the subgraphs that answer it, and nothing for a field every subgraph of the type answers. */
  readonly answerers: ReadonlyMap<string, readonly string[]>;
  /** Per type: the subgraphs that know it. */
  readonly subgraphsOf: ReadonlyMap<string, readonly string[]>;
  /** Per union or interface and subgraph: the object types that may stand for it there. */
  readonly members: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
  /** Every `Type.field` that stands in a key of its type. */
  readonly inKeys: ReadonlySet<string>;
}

interface Building {
  readonly requires: Map<string, SelectionSetNode>;
  readonly provides: Map<string, SelectionSetNode>;
  readonly external: Set<string>;
  readonly types: Map<string, string>;
  readonly keys: Map<string, SelectionSetNode>;
  readonly interfaceObjects: Set<string>;
}

function fieldNames(set: SelectionSetNode): readonly string[] {
  return set.selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : []));
}

class JoinReader implements SupergraphJoins {
  readonly bySubgraph = new Map<string, Building>();
  readonly answerers = new Map<string, string[]>();
  readonly subgraphsOf = new Map<string, string[]>();
  readonly members = new Map<string, Map<string, Set<string>>>();
  readonly inKeys = new Set<string>();
  readonly #subgraphOf = new Map<string, string>();

  addGraph(graph: string, subgraph: string): void {
    this.#subgraphOf.set(graph, subgraph);
    this.bySubgraph.set(subgraph, {
      requires: new Map(),
      provides: new Map(),
      external: new Set(),
      types: new Map(),
      keys: new Map(),
      interfaceObjects: new Set(),
    });
  }

  addType(type: string, directives: readonly ConstDirectiveNode[]): void {
    for (const directive of directives) {
      const subgraph = directive.name.value === "join__type" ? this.#subgraph(directive) : undefined;
      const joins = this.bySubgraph.get(subgraph ?? "");
      if (subgraph === undefined || joins === undefined) continue;
      const known = this.subgraphsOf.get(type) ?? [];
      if (!known.includes(subgraph)) this.subgraphsOf.set(type, [...known, subgraph]);
      const key = fieldSet(directive, "key");
      if (key !== undefined) {
        fieldNames(key).forEach((name) => this.inKeys.add(`${type}.${name}`));
        if (flag(directive, "resolvable") !== false && !joins.keys.has(type)) joins.keys.set(type, key);
      }
      if (flag(directive, "isInterfaceObject") === true) joins.interfaceObjects.add(type);
    }
  }

  /** Reads which object types stand for a union (`member` named by the directive) or an interface (`type` itself). */
  addMembers(type: string, directives: readonly ConstDirectiveNode[]): void {
    for (const directive of directives) {
      const member = directive.name.value === "join__unionMember" ? textArgument(directive, "member") : type;
      const whole = directive.name.value === "join__implements" ? textArgument(directive, "interface") : type;
      const subgraph = this.#subgraph(directive);
      if (member === undefined || whole === undefined || member === whole || subgraph === undefined) continue;
      const bySubgraph = this.members.get(whole) ?? new Map<string, Set<string>>();
      this.members.set(whole, bySubgraph.set(subgraph, (bySubgraph.get(subgraph) ?? new Set()).add(member)));
    }
  }

  addField(type: string, field: FieldDefinitionNode): void {
    const coordinate = `${type}.${field.name.value}`;
    for (const directive of field.directives ?? []) {
      const subgraph = directive.name.value === "join__field" ? this.#subgraph(directive) : undefined;
      const joins = this.bySubgraph.get(subgraph ?? "");
      if (subgraph === undefined || joins === undefined) continue;
      const requires = fieldSet(directive, "requires");
      const provides = fieldSet(directive, "provides");
      const own = textArgument(directive, "type");
      if (own !== undefined) joins.types.set(coordinate, own.replace(/[[\]!]/g, ""));
      if (requires !== undefined) joins.requires.set(coordinate, requires);
      if (provides !== undefined) joins.provides.set(coordinate, provides);
      if (flag(directive, "external") === true) {
        joins.external.add(coordinate);
      } else if (flag(directive, "usedOverridden") !== true && textArgument(directive, "overrideLabel") === undefined) {
        this.answerers.set(coordinate, [...(this.answerers.get(coordinate) ?? []), subgraph]);
      }
    }
  }

  #subgraph(directive: ConstDirectiveNode): string | undefined {
    return this.#subgraphOf.get(textArgument(directive, "graph") ?? "");
  }
}

/** Reads the joins of every subgraph, by the subgraph's name, from a supergraph's text. */
export function readSupergraphJoins(supergraphSdl: string): SupergraphJoins {
  const { definitions } = parse(supergraphSdl, { noLocation: true });
  const reader = new JoinReader();
  for (const definition of definitions) {
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === "join__Graph") {
      for (const { name, directives } of definition.values ?? []) {
        reader.addGraph(name.value, (directives?.[0] && textArgument(directives[0], "name")) ?? name.value);
      }
    }
  }
  for (const definition of definitions) {
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      reader.addType(definition.name.value, definition.directives ?? []);
    }
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.UNION_TYPE_DEFINITION) {
      reader.addMembers(definition.name.value, definition.directives ?? []);
    }
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      definition.fields?.forEach((field) => reader.addField(definition.name.value, field));
    }
  }
  return reader;
}
