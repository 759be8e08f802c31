import type { GatewayInterface } from "@apollo/server-gateway-interface";
import { createApolloGateway } from "./apollo-gateway.js";
import { createEngineGateway, type EngineGatewayOptions } from "./engine/index.js";

/** What executes operations: `apollo`, the stock executor; `hub`, the hub's own compiled plans. */
export const ENGINES = ["apollo", "hub"] as const;
export type EngineName = (typeof ENGINES)[number];

const gateways: Readonly<Record<EngineName, (options: EngineGatewayOptions) => GatewayInterface>> = {
  apollo: createApolloGateway,
  hub: createEngineGateway,
};

/** The gateway of an engine. Throws CONFIGURATION_INVALID at load when a subgraph has no transport. */
export function createGateway(engine: EngineName, options: EngineGatewayOptions): GatewayInterface {
  return gateways[engine](options);
}
