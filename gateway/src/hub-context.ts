import type { Stamps } from "./cache/data-stamps.js";
import type { GatewayContext } from "./gateway-context.js";

/** Calls to one subgraph during one request. */
export interface CallRecord {
  calls: number;
  /** Milliseconds, summed over calls that may have run side by side. */
  ms: number;
}

/** What the log line of one operation will say; filled while it runs. */
export interface OperationRecord {
  operationName: string | null;
  /** Codes of the errors the client saw. */
  readonly codes: string[];
  readonly calls: Record<string, CallRecord>;
}

/** The context of one operation. Apollo Server hands plugins a copy of it, so what is noted is noted in `record`. */
export interface HubContext extends GatewayContext {
  readonly record: OperationRecord;
  /** The state of the data before the operation, and the viewer's scope; when answers are kept. */
  readonly kept?: { readonly stamps: Stamps; readonly scope: string };
}
