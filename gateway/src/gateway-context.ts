import type { SubgraphCall } from "./transport/transport.js";

/**
 * The context value of every operation the gateway executes: who asks, under which request id, until when, and the
 * signal that fires when the client leaves. It is handed to the subgraph transports as it is.
 */
export type GatewayContext = SubgraphCall;
