import type { GatewayInterface } from "@apollo/server-gateway-interface";
import { createApolloGateway } from "./apollo-gateway.js";
import type { EngineGatewayOptions } from "./engine/engine-options.js";

/** What executes operations: `apollo`, the stock executor. */
export type Engine = "apollo";

const gateways: Readonly<Record<Engine, (options: EngineGatewayOptions) => GatewayInterface>> = {
  apollo: createApolloGateway,
};

/** The gateway of an engine. Throws CONFIGURATION_INVALID at load when a subgraph has no transport. */
export function createGateway(engine: Engine, options: EngineGatewayOptions): GatewayInterface {
  return gateways[engine](options);
}
