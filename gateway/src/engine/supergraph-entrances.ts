import { Kind, parse, print, visit, type ConstDirectiveNode, type FieldDefinitionNode } from "graphql";
import type { SupergraphJoins } from "./subgraph-joins.js";

/** A root field that leads to an entity as one subgraph knows it, for planning what comes after a late field. */
export interface Entrance {
  readonly field: string;
  readonly type: string;
  readonly subgraph: string;
  readonly isInterfaceObject: boolean;
}

/** An entrance to every type of every subgraph in which some field requires others. */
export function listEntrances(joins: SupergraphJoins, fieldNames: ReadonlySet<string>): readonly Entrance[] {
  const entrances = new Map<string, Entrance>();
  for (const [subgraph, { requires, interfaceObjects }] of joins.bySubgraph) {
    for (const coordinate of requires.keys()) {
      const type = coordinate.slice(0, coordinate.indexOf("."));
      const key = `${type} ${subgraph}`;
      if (!entrances.has(key)) {
        let field = `entrance_${entrances.size}`;
        while (fieldNames.has(field)) field += "_";
        entrances.set(key, { field, type, subgraph, isInterfaceObject: interfaceObjects.has(type) });
      }
    }
  }
  return [...entrances.values()];
}

function rootField({ field, type }: Entrance, graph: string): FieldDefinitionNode {
  const document = parse(`type Query { ${field}: ${type} @join__field(graph: ${graph}) }`, { noLocation: true });
  const definition = document.definitions[0];
  return (definition?.kind === Kind.OBJECT_TYPE_DEFINITION ? definition.fields?.[0] : undefined) as FieldDefinitionNode;
}

function graphNames(directives: readonly ConstDirectiveNode[]): readonly string[] {
  return directives.flatMap((directive) =>
    (directive.arguments ?? []).flatMap(({ name, value }) =>
      directive.name.value === "join__graph" && name.value === "name" && value.kind === Kind.STRING
        ? [value.value]
        : [],
    ),
  );
}

/** The supergraph's text with entrances, and with nothing left that a field requires. */
export function withEntrances(supergraphSdl: string, entrances: readonly Entrance[]): string {
  const document = parse(supergraphSdl, { noLocation: true });
  const graphOf = new Map<string, string>();
  let query = "Query";
  visit(document, {
    EnumValueDefinition({ name, directives }) {
      graphNames(directives ?? []).forEach((subgraph) => graphOf.set(subgraph, name.value));
    },
    OperationTypeDefinition({ operation, type }) {
      if (operation === "query") query = type.name.value;
    },
  });
  const changed = visit(document, {
    ObjectTypeDefinition(node) {
      if (node.name.value !== query) return undefined;
      const fields = entrances.map((entrance) => rootField(entrance, graphOf.get(entrance.subgraph) ?? ""));
      return { ...node, fields: [...(node.fields ?? []), ...fields] };
    },
    Directive(node) {
      return node.name.value === "join__field"
        ? { ...node, arguments: (node.arguments ?? []).filter(({ name }) => name.value !== "requires") }
        : undefined;
    },
  });
  return print(changed);
}
