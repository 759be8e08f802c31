import { ApolloGateway, type GraphQLDataSource } from "@apollo/gateway";
import type { GatewayInterface } from "@apollo/server-gateway-interface";
import { HubError } from "@hub/schema";
import type { EngineGatewayOptions } from "./engine/engine-options.js";
import type { GatewayContext } from "./gateway-context.js";
import type { SubgraphTransport } from "./transport/transport.js";

/** A copy the stock executor may change, as a transport's answer must stay as it is. */
function copyOf<T>(value: T): T {
  if (Array.isArray(value)) {
    return value.map(copyOf) as T;
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyOf(inner)])) as T;
}

function dataSource(transport: SubgraphTransport): GraphQLDataSource<GatewayContext & Record<string, unknown>> {
  return {
    async process({ request, context }) {
      const query = request.query ?? "";
      const result = await transport.execute(
        {
          query,
          ...(request.variables === undefined ? {} : { variables: request.variables }),
          ...(request.operationName === undefined ? {} : { operationName: request.operationName }),
          kind: query.startsWith("mutation") ? "mutation" : "query",
        },
        context as GatewayContext,
      );
      return {
        ...(result.data === undefined ? {} : { data: copyOf(result.data) as Record<string, unknown> | null }),
        ...(result.errors === undefined ? {} : { errors: result.errors }),
      };
    },
  };
}

/**
 * The stock executor of @apollo/gateway over the hub's transports: the fallback and the oracle of the engine's tests.
 *
 * Sends no telemetry. Throws CONFIGURATION_INVALID at load when the supergraph names a subgraph without a transport.
 */
export function createApolloGateway(options: EngineGatewayOptions): GatewayInterface {
  // The package reads this once per gateway and otherwise reports usage to its vendor.
  process.env["APOLLO_TELEMETRY_DISABLED"] = "true";
  const { supergraphSdl, transports, log } = options;
  return new ApolloGateway({
    supergraphSdl,
    ...(log === undefined ? {} : { logger: log }),
    buildService({ name }) {
      const transport = transports.get(name);
      if (transport === undefined) {
        throw new HubError(
          "CONFIGURATION_INVALID",
          `Subgraph "${name}": found no transport; expected one per subgraph.`,
        );
      }
      return dataSource(transport);
    },
  });
}
