import {
  createHubServer,
  createInProcessTransport,
  type HubServer,
  type HubServerOptions,
  type SubgraphTransport,
} from "@hub/gateway";
import { HubError, type Viewer } from "@hub/schema";
import { composeFixture, type SupergraphFixture } from "../engine/supergraph-fixture.js";

/** Two subgraphs: `register` knows three towns; `treasury` adds a budget and can be told to fail. */
const fixture: SupergraphFixture = {
  name: "tiny",
  operations: [],
  subgraphs: {
    register: {
      sdl: `
        type Query { towns(first: Int, codes: [ID!]): [Town!]! town(code: ID!): Town viewer: [String!]! crash: String slow(ms: Int!): String }
        type Town @key(fields: "code") { code: ID! name: String! neighbours: [Town!]! }
        type Mutation { rename(code: ID!, name: String!): Town }
      `,
      resolvers: {
        Query: {
          towns: () => towns,
          town: (_: unknown, { code }: { code: string }) => towns.find((town) => town.code === code) ?? null,
          viewer: (_: unknown, _args: unknown, { viewer }: { viewer: Viewer }) => [
            viewer.subject,
            viewer.area ?? "everywhere",
            ...viewer.roles,
          ],
          crash: () => {
            throw new Error("connect ECONNREFUSED 10.1.2.3:5432 password=sesame");
          },
          slow: (_: unknown, { ms }: { ms: number }) => new Promise((resolve) => setTimeout(resolve, ms, "done")),
        },
        Town: {
          neighbours: ({ code }: { code: string }) => [towns[Number(code) % 3]],
          __resolveReference: (town: object) => town,
        },
        Mutation: { rename: () => towns[0] },
      },
    },
    treasury: {
      sdl: `type Town @key(fields: "code") { code: ID! budget: Int secret: String }`,
      resolvers: {
        Town: {
          __resolveReference: (town: object) => town,
          budget: ({ code }: { code: string }) => Number(code) * 100,
          secret: () => {
            throw new HubError("FORBIDDEN", "Field Town.secret: found role public; expected funding.");
          },
        },
      },
    },
  },
};

const towns = [
  { code: "1", name: "靖宇镇" },
  { code: "2", name: "三道湖镇" },
  { code: "3", name: "龙泉镇" },
];

/** A tiny hub and a switch that takes its treasury down. */
export interface TinyHub extends AsyncDisposable {
  readonly server: HubServer;
  readonly treasury: { up: boolean };
  /** Posts an operation; gives status and answer. */
  ask(query: string, options?: AskOptions): Promise<Answer>;
}

export interface AskOptions {
  readonly variables?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly data?: Readonly<Record<string, any>>; // any: the shape is the query's
  readonly errors: readonly {
    message: string;
    path?: readonly unknown[];
    extensions: Readonly<Record<string, unknown>>;
  }[];
}

/** Starts a gateway over two subgraphs in this process; no port is opened until `server.listen`. */
export async function startTinyHub(options: Partial<HubServerOptions> = {}): Promise<TinyHub> {
  const { supergraphSdl, schemas } = composeFixture(fixture);
  const treasury = { up: true };
  const transports = new Map(
    [...schemas].map(([subgraph, schema]) => {
      const transport = createInProcessTransport({ subgraph, schema, contextFor: ({ viewer }) => ({ viewer }) });
      return [subgraph, subgraph === "treasury" ? switchable(transport, treasury) : transport] as const;
    }),
  );
  const server = await createHubServer({ supergraphSdl, transports, ...options });

  return {
    server,
    treasury,
    [Symbol.asyncDispose]: () => server.close(),
    async ask(query, { variables, headers } = {}) {
      const response = await server.app.inject({
        method: "POST",
        url: "/graphql",
        headers: { "content-type": "application/json", ...headers },
        payload: JSON.stringify({ query, variables }),
      });
      return { status: response.statusCode, headers: response.headers, errors: [], ...response.json<object>() };
    },
  };
}

function switchable(transport: SubgraphTransport, state: { readonly up: boolean }): SubgraphTransport {
  return {
    ...transport,
    ready: () => Promise.resolve(state.up),
    execute: (request, call) =>
      state.up
        ? transport.execute(request, call)
        : Promise.reject(
            new HubError("SUBGRAPH_UNAVAILABLE", 'Subgraph "treasury": found no connection; expected an answer.', {
              subgraph: "treasury",
            }),
          ),
  };
}
