import type { SubgraphResult, SubgraphTransport } from "@hub/gateway/transport";
import { HubError } from "@hub/schema";
import { getNamedType, parse, TypeInfo, visit, visitWithTypeInfo, type GraphQLSchema } from "graphql";

/** Stands in every injected message; no client may ever see it. */
export const SECRET = "http://10.1.2.3:4001/internal";

type Change = (value: unknown) => unknown;

/** One kind of misbehaviour, the same for equal requests whoever sends them. */
export type FaultKind =
  | { readonly kind: "unavailable" | "timeout" | "crash" | "no data" }
  | { readonly kind: "missing entities" | "entity errors" }
  | {
      readonly kind: "field";
      readonly coordinate: string;
      readonly change: "null" | "absent" | "wrong type" | "object for list";
    };

const changes: Readonly<Record<"null" | "absent" | "wrong type" | "object for list", Change>> = {
  null: () => null,
  absent: () => undefined,
  "wrong type": (value) => (typeof value === "object" ? 7 : { nested: SECRET }),
  "object for list": (value) => {
    if (Array.isArray(value)) return { 0: value[0] as unknown };
    // A scalar that takes any value may well be an object: clients see what is in it.
    return { not: typeof value === "object" ? "a list" : SECRET };
  },
};

const FRAGMENT = "...";

/** Response keys under which each root field of a query asks for `Type.field`. */
function keysOf(schema: GraphQLSchema, query: string, coordinate: string): ReadonlyMap<string, ReadonlySet<string>> {
  const byRoot = new Map<string, Set<string>>();
  const info = new TypeInfo(schema);
  const roots = new Set<string>();
  let depth = 0;
  let root = "";
  visit(
    parse(query),
    visitWithTypeInfo(info, {
      FragmentDefinition: {
        enter: () => void ((depth = 1), (root = FRAGMENT)),
        leave: () => void (depth = 0),
      },
      Field: {
        enter(node) {
          const key = node.alias?.value ?? node.name.value;
          root = depth === 0 ? key : root;
          roots.add(root);
          depth += 1;
          if (`${getNamedType(info.getParentType())?.name}.${node.name.value}` === coordinate) {
            byRoot.set(root, (byRoot.get(root) ?? new Set()).add(key));
          }
        },
        leave: () => void (depth -= 1),
      },
    }),
  );
  // A fragment may be spread under any root field.
  const shared = byRoot.get(FRAGMENT) ?? new Set();
  roots.delete(FRAGMENT);
  return new Map([...roots].map((name) => [name, new Set([...shared, ...(byRoot.get(name) ?? [])])]));
}

function tamper(value: unknown, type: string, keys: ReadonlySet<string>, change: Change): void {
  if (Array.isArray(value)) {
    value.forEach((item) => tamper(item, type, keys, change));
  } else if (typeof value === "object" && value !== null) {
    const object = value as Record<string, unknown>;
    const concerned = object["__typename"] === undefined || object["__typename"] === type;
    for (const key of Object.keys(object)) {
      if (keys.has(key) && concerned) {
        object[key] = change(object[key]);
      } else {
        tamper(object[key], type, keys, change);
      }
    }
  }
}

/** Changes one field wherever an answer holds it. */
function tamperWith(
  result: SubgraphResult,
  schema: GraphQLSchema,
  query: string,
  coordinate: string,
  change: Change,
): void {
  const [type = ""] = coordinate.split(".");
  const data = (result.data ?? {}) as Record<string, unknown>;
  for (const [root, keys] of keysOf(schema, query, coordinate)) {
    if (keys.has(root)) {
      data[root] = change(data[root]);
    } else {
      tamper(data[root], type, keys, change);
    }
  }
}

function chosen(representation: unknown): boolean {
  return [...JSON.stringify(representation)].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 2 === 0;
}

/** Empties the entities whose representation is chosen. */
function loseEntities(
  result: SubgraphResult,
  variables: Readonly<Record<string, unknown>>,
  withErrors: boolean,
): SubgraphResult {
  const errors = [...(result.errors ?? [])];
  for (const [alias, list] of Object.entries(result.data ?? {})) {
    const part = /^entities_(\d+)$/.exec(alias)?.[1];
    const representations = variables[part === undefined ? "representations" : `representations_${part}`];
    if (!Array.isArray(list) || !Array.isArray(representations) || (part === undefined && alias !== "_entities")) {
      continue;
    }
    for (const [index, representation] of representations.entries()) {
      if (chosen(representation)) {
        list[index] = null;
        errors.push({
          message: `No row at ${SECRET}`,
          path: [alias, index],
          extensions: { code: "LOST", stack: SECRET },
        });
      }
    }
  }
  return withErrors && errors.length > 0 ? { ...result, errors } : result;
}

/** A transport that misbehaves in one way. */
export function faultyTransport(inner: SubgraphTransport, schema: GraphQLSchema, fault: FaultKind): SubgraphTransport {
  return {
    ...inner,
    async execute(request, call) {
      switch (fault.kind) {
        case "unavailable":
          throw new HubError(
            "SUBGRAPH_UNAVAILABLE",
            `Subgraph "${inner.subgraph}": found no connection; expected an answer.`,
          );
        case "timeout":
          throw new HubError(
            "SUBGRAPH_TIMEOUT",
            `Subgraph "${inner.subgraph}": found no answer; expected one in time.`,
          );
        case "crash":
          throw new TypeError(`connect ECONNREFUSED ${SECRET}`);
        case "no data":
          return { data: null, errors: [{ message: `Broken at ${SECRET}`, extensions: { code: "BROKEN" } }] };
        case "missing entities":
        case "entity errors":
          return loseEntities(
            await inner.execute(request, call),
            request.variables ?? {},
            fault.kind === "entity errors",
          );
        case "field": {
          const result = await inner.execute(request, call);
          tamperWith(result, schema, request.query, fault.coordinate, changes[fault.change]);
          return result;
        }
      }
    },
  };
}
