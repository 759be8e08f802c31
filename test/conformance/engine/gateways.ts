import type { GatewayExecutor, GatewayInterface } from "@apollo/server-gateway-interface";
import { createApolloGateway } from "@hub/gateway/apollo-gateway";
import { createEngineGateway, Engine, type EngineGatewayOptions } from "@hub/gateway/engine";
import type { GatewayContext } from "@hub/gateway/gateway-context";
import { createInProcessTransport } from "@hub/gateway/in-process-transport";
import type { SubgraphTransport } from "@hub/gateway/transport";
import { PUBLIC_VIEWER } from "@hub/schema";
import {
  NoUnusedFragmentsRule,
  NoUnusedVariablesRule,
  parse,
  specifiedRules,
  validate,
  type GraphQLSchema,
} from "graphql";
import { createHash } from "node:crypto";
import type { ComposedFixture } from "./supergraph-fixture.js";

/** An answer as a client would read it from JSON. */
export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Record<string, unknown>;
  }[];
  readonly extensions?: { readonly valueCompletion?: readonly unknown[] };
}

export type Ask = (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer>;

/** A context as the hub's server makes it, with five seconds to answer. */
export function contextFor(signal = new AbortController().signal): GatewayContext {
  return { viewer: PUBLIC_VIEWER, requestId: "test", deadline: Date.now() + 5_000, signal };
}

// The oracle leaves out what @skip and @include leave out, and with it the last uses of variables and fragments.
const rules = specifiedRules.filter((rule) => rule !== NoUnusedVariablesRule && rule !== NoUnusedFragmentsRule);

/** Starts a gateway as Apollo Server does, and asks it without a server around it. */
export async function startGateway(gateway: GatewayInterface): Promise<{ ask: Ask; schema: GraphQLSchema }> {
  const schemas: GraphQLSchema[] = [];
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => schemas.push(apiSchema));
  const { executor } = await gateway.load({ apollo: {} });
  const schema = schemas[0] as GraphQLSchema;
  const ask: Ask = async (query, variables = {}) => {
    const document = parse(query);
    const faults = validate(schema, document, rules);
    if (faults.length > 0) {
      throw new Error(`${faults.map((fault) => fault.message).join("; ")}\n${query}`);
    }
    const request = {
      request: { query, variables },
      document,
      queryHash: createHash("sha256").update(query).digest("hex"),
      context: contextFor(),
      schema,
      metrics: {},
      logger: console,
    };
    const answer = await (executor as GatewayExecutor)(request as unknown as Parameters<GatewayExecutor>[0]);
    return JSON.parse(JSON.stringify(answer)) as Answer;
  };
  return { ask, schema };
}

/** In-process transports to a fixture's subgraphs. */
export function transportsOf(composed: ComposedFixture): ReadonlyMap<string, SubgraphTransport> {
  return new Map(
    [...composed.schemas].map(([subgraph, schema]) => [
      subgraph,
      createInProcessTransport({ subgraph, schema, contextFor: () => ({}) }),
    ]),
  );
}

/** The engine's own way to JSON, without Apollo Server's in between. */
function askForJson(options: EngineGatewayOptions): Ask {
  const engine = new Engine(options);
  return async (query, variables = {}) => {
    const request = { key: query, document: parse(query), operationName: undefined, variables };
    return JSON.parse(await engine.executeToJson(request, contextFor())) as Answer;
  };
}

/** The engine and the stock gateway over the same transports. */
export async function startBoth(
  supergraphSdl: string,
  transports: ReadonlyMap<string, SubgraphTransport>,
): Promise<{ engine: Ask; json: Ask; stock: Ask; schema: GraphQLSchema }> {
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };
  const options: EngineGatewayOptions = { supergraphSdl, transports, log: quiet };
  const engine = await startGateway(createEngineGateway(options));
  const stock = await startGateway(createApolloGateway(options));
  return { engine: engine.ask, json: askForJson(options), stock: stock.ask, schema: engine.schema };
}

/** Errors as the comparison sees them: path and code, in one order. */
export function pathsAndCodes(answer: Answer): readonly string[] {
  return (answer.errors ?? [])
    .map((error) => JSON.stringify([error.path ?? null, error.extensions?.["code"] ?? null]))
    .sort();
}
