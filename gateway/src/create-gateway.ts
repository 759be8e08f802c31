import type { GatewayInterface } from "@apollo/server-gateway-interface";
import { createApolloGateway } from "./apollo-gateway.js";
import { Engine, type EngineGatewayOptions } from "./engine/index.js";
import type { EngineName } from "./engine-name.js";
import { engineGateway } from "./engine/index.js";

/** What executes operations for Apollo Server, and the hub's engine itself when it is the one. */
export interface CreatedGateway {
  readonly gateway: GatewayInterface;
  readonly engine: Engine | null;
}

/** The gateway of an engine. Throws CONFIGURATION_INVALID, at once or at load, when a subgraph has no transport. */
export function createGateway(name: EngineName, options: EngineGatewayOptions): CreatedGateway {
  if (name === "apollo") return { gateway: createApolloGateway(options), engine: null };
  const engine = new Engine(options);
  return { gateway: engineGateway(engine), engine };
}
