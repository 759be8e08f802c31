export { type Engine } from "./create-gateway.js";
export { gatewayVariables, readGatewayEnvironment, serviceVariables } from "./environment.js";
export { createHubServer, type HubServer, type HubServerOptions } from "./hub-server.js";
export { DEFAULT_LIMITS, type Limits } from "./limits/limits.js";
export { createHttpTransport, type HttpTransportOptions } from "./transport/http-transport.js";
export { createInProcessTransport, type InProcessTransportOptions } from "./transport/in-process-transport.js";
export type { SubgraphCall, SubgraphRequest, SubgraphResult, SubgraphTransport } from "./transport/transport.js";
export { createDevelopmentToken, type DevelopmentTokenOptions } from "./viewer/development-token.js";
export type { TokenOptions } from "./viewer/token-keys.js";
