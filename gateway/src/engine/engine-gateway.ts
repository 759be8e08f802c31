import type { GatewayInterface, GatewaySchemaLoadOrUpdateCallback } from "@apollo/server-gateway-interface";
import type { GatewayContext } from "../gateway-context.js";
import type { Engine } from "./engine.js";

/** An engine as Apollo Server's gateway. The context value of every operation must be a GatewayContext. */
export function engineGateway(engine: Engine): GatewayInterface {
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
            { document, key: queryHash, operationName: request.operationName, variables: request.variables ?? {} },
            context as GatewayContext,
          ),
      });
    },
    stop: () => Promise.resolve(),
  };
}
