import type { GatewayInterface, GatewaySchemaLoadOrUpdateCallback } from "@apollo/server-gateway-interface";
import type { GatewayContext } from "../gateway-context.js";
import { Engine } from "./engine.js";
import type { EngineGatewayOptions } from "./engine-options.js";

export { Engine, type EngineRequest, type EngineResult } from "./engine.js";
export type { EngineGatewayOptions, GatewayLog } from "./engine-options.js";

/**
 * The engine as Apollo Server's gateway: `new ApolloServer({ gateway: createEngineGateway(...) })`.
 *
 * The context value of every operation must be a GatewayContext. Throws what composition or configuration got wrong.
 */
export function createEngineGateway(options: EngineGatewayOptions): GatewayInterface {
  const engine = new Engine(options);
  const listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();
  return {
    onSchemaLoadOrUpdate(callback) {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    load() {
      const { apiSchema, supergraphSdl } = engine.schema;
      listeners.forEach((callback) => callback({ apiSchema, coreSupergraphSdl: supergraphSdl }));
      return Promise.resolve({
        executor: ({ document, queryHash, request, context }) =>
          engine.execute(
            {
              document,
              key: queryHash,
              operationName: request.operationName,
              variables: request.variables ?? {},
            },
            context as GatewayContext,
          ),
      });
    },
    stop: () => Promise.resolve(),
  };
}
