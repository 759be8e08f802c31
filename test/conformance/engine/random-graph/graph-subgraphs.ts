import type { Resolvers, SupergraphFixture } from "../supergraph-fixture.js";
import type { FieldModel, GraphModel, Part, TypeInSubgraph } from "./graph-model.js";
import { objectsOf, valueOf, written, type Thing } from "./graph-truth.js";

type Row = Record<string, unknown>;

/** An object inside a subgraph: what the gateway told about it, and what the field above provides. */
interface Held extends Thing {
  readonly told?: Row;
  readonly provided?: string;
}

function setText(parts: readonly Part[]): string {
  return parts
    .map((part) => {
      if ("on" in part) return `... on ${part.on} { ${setText(part.parts)} }`;
      const arg = part.arg === undefined ? "" : `(k: ${part.arg})`;
      return `${part.field}${arg}${part.inner === undefined ? "" : ` { ${setText(part.inner)} }`}`;
    })
    .join(" ");
}

function fieldText(name: string, { kind, target = "String", hasArgument }: FieldModel, directives: string): string {
  return `${name}${hasArgument ? "(k: Int)" : ""}: ${kind === "many" ? `[${target}]` : target}${directives}`;
}

function numberOf(told: Row): number {
  const key = told["id"] ?? told["code"] ?? (told["meta"] as Row)["no"];
  return Number(String(key).split(":")[1]);
}

function providing(value: unknown, provided: string | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => providing(item, provided));
  return typeof value === "object" && value !== null ? { ...value, provided } : value;
}

function typeOf(graph: GraphModel, name: string, type: TypeInSubgraph, implementing: boolean): [string, Resolvers] {
  const keyFields = new Set(type.keys.flatMap((key) => (key.startsWith("meta") ? ["meta"] : key.split(" "))));
  if (implementing) keyFields.add("id");
  const texts = [...keyFields].map((key) => (key === "meta" ? "meta: Meta!" : `${key}: ID!`));
  const resolvers: Row = {
    __resolveReference: async (told: Row) => ({ __typename: name, n: numberOf(told), told }),
  };
  for (const key of keyFields) resolvers[key] = (held: Held) => valueOf(graph, held, key);
  for (const [field, model] of type.fields) {
    const provided = type.provides.get(field);
    const directives = [
      model.owners.length > 1 ? " @shareable" : "",
      provided === undefined ? "" : ` @provides(fields: "${provided}")`,
      model.requires === undefined ? "" : ` @requires(fields: "${setText(model.requires)}")`,
    ];
    texts.push(fieldText(field, model, directives.join("")));
    const { requires } = model;
    resolvers[field] =
      requires === undefined
        ? (held: Held, { k }: { k?: number | null }) => providing(valueOf(graph, held, field, k), provided)
        : ({ told, n }: Held) => {
            if (told === undefined) throw new Error(`${name}.${field}: asked before it was told anything`);
            const read = (object: object, key: string): unknown => (object as Row)[key];
            return `${field}#${name}:${n}${written({ ...told, __typename: name }, requires, read)}`;
          };
  }
  for (const field of type.external) {
    const model = graph.types.get(name)?.get(field);
    if (model === undefined || type.fields.has(field)) continue;
    texts.push(fieldText(field, model, " @external"));
    resolvers[field] = (held: Held) => {
      if (held.provided !== field) throw new Error(`${name}.${field}: asked of a subgraph that only names it`);
      return valueOf(graph, held, field);
    };
  }
  const keys = type.keys.map((key) => `@key(fields: "${key}")`).join(" ");
  return [`type ${name}${implementing ? " implements I" : ""} ${keys} { ${texts.join(" ")} }\n`, resolvers];
}

/** The subgraphs of a random graph, which answer from the model. */
export function subgraphsOf(graph: GraphModel): SupergraphFixture["subgraphs"] {
  const subgraphs = [...graph.subgraphs].map(([name, { types, roots, union, hasInterface }]) => {
    let sdl = "type Meta @shareable { no: ID! }\n";
    const resolvers: Row = {};
    for (const root of ["Query", "Mutation"] as const) {
      const fields = [...roots[root]];
      const texts = fields.map(([field, model]) =>
        fieldText(field, model, model.owners.length > 1 ? " @shareable" : ""),
      );
      if (root === "Query") texts.push(`ping_${name}: String`);
      if (texts.length > 0) sdl += `type ${root} { ${texts.join(" ")} }\n`;
      resolvers[root] = Object.fromEntries(
        fields.map(([field, model]) => [field, () => objectsOf(graph, `root.${field}`, model)]),
      );
    }
    for (const [type, model] of types) {
      const implementing = hasInterface && graph.implementations.includes(type);
      const [text, typeResolvers] = typeOf(graph, type, model, implementing);
      sdl += text;
      resolvers[type] = typeResolvers;
    }
    if (hasInterface) {
      sdl += "interface I { id: ID! x: String }\n";
      resolvers["I"] = { __resolveType: ({ __typename }: Thing) => __typename };
    }
    if (union !== undefined) {
      sdl += `union U = ${union.join(" | ")}\n`;
      resolvers["U"] = { __resolveType: ({ __typename }: Thing) => __typename };
    }
    const kept = Object.entries(resolvers).filter(([type]) =>
      new RegExp(`(type|interface|union) ${type}\\b`).test(sdl),
    );
    return [name, { sdl, resolvers: Object.fromEntries(kept) }] as const;
  });
  return Object.fromEntries(subgraphs);
}
