import { Kind, parse, type ConstDirectiveNode, type SelectionSetNode } from "graphql";
import { fieldSet } from "./internal-names.js";

/** What one subgraph must be told, and how it knows entities, by the supergraph's join directives. */
export interface SubgraphJoins {
  /** Per `Type.field`: what the field requires. */
  readonly requires: ReadonlyMap<string, SelectionSetNode>;
  /** Per type: the first key by which the subgraph finds an entity. */
  readonly keys: ReadonlyMap<string, SelectionSetNode>;
}

interface Building extends SubgraphJoins {
  readonly requires: Map<string, SelectionSetNode>;
  readonly keys: Map<string, SelectionSetNode>;
}

function textArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((candidate) => candidate.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

function isUnresolvable(directive: ConstDirectiveNode): boolean {
  const value = directive.arguments?.find((candidate) => candidate.name.value === "resolvable")?.value;
  return value?.kind === Kind.BOOLEAN && !value.value;
}

/** Reads the joins of every subgraph from a supergraph's text, by the subgraph's name. */
export function readSubgraphJoins(supergraphSdl: string): ReadonlyMap<string, SubgraphJoins> {
  const { definitions } = parse(supergraphSdl, { noLocation: true });
  const byGraph = new Map<string, Building>();
  const bySubgraph = new Map<string, SubgraphJoins>();
  for (const definition of definitions) {
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === "join__Graph") {
      for (const { name, directives } of definition.values ?? []) {
        const joins = { requires: new Map<string, SelectionSetNode>(), keys: new Map<string, SelectionSetNode>() };
        byGraph.set(name.value, joins);
        bySubgraph.set((directives?.[0] && textArgument(directives[0], "name")) ?? name.value, joins);
      }
    }
  }
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) {
      continue;
    }
    const type = definition.name.value;
    for (const directive of definition.directives ?? []) {
      const keys = byGraph.get(textArgument(directive, "graph") ?? "")?.keys;
      const key = fieldSet(directive, "key");
      if (keys !== undefined && key !== undefined && !isUnresolvable(directive) && !keys.has(type)) {
        keys.set(type, key);
      }
    }
    for (const field of definition.fields ?? []) {
      for (const directive of field.directives ?? []) {
        const requires = fieldSet(directive, "requires");
        if (requires !== undefined) {
          byGraph.get(textArgument(directive, "graph") ?? "")?.requires.set(`${type}.${field.name.value}`, requires);
        }
      }
    }
  }
  return bySubgraph;
}
