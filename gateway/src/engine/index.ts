import type { GatewayInterface } from "@apollo/server-gateway-interface";
import { engineGateway } from "./engine-gateway.js";
import { Engine } from "./engine.js";
import type { EngineGatewayOptions } from "./engine-options.js";

export { engineGateway } from "./engine-gateway.js";
export { Engine, type EngineRequest, type EngineResult } from "./engine.js";
export type { EngineGatewayOptions, GatewayLog } from "./engine-options.js";

/**
 * The engine as Apollo Server's gateway: `new ApolloServer({ gateway: createEngineGateway(...) })`.
 *
 * The context value of every operation must be a GatewayContext. Throws what composition or configuration got wrong.
 */
export function createEngineGateway(options: EngineGatewayOptions): GatewayInterface {
  return engineGateway(new Engine(options));
}
