import type { SubgraphTransport } from "../transport/transport.js";

/** Where a gateway says what an operator should know. */
export interface GatewayLog {
  debug(message?: string): void;
  info(message?: string): void;
  warn(message?: string): void;
  error(message?: string): void;
}

/** What a gateway is made from: the composed supergraph and one transport per subgraph it names. */
export interface EngineGatewayOptions {
  readonly supergraphSdl: string;
  readonly transports: ReadonlyMap<string, SubgraphTransport>;
  readonly log?: GatewayLog;
  /** How many distinct operations stay planned and compiled. */
  readonly plans?: number;
}
