import type { SubgraphCall, SubgraphRequest, SubgraphResult, SubgraphTransport } from "../transport/transport.js";
import { isFresh } from "../transport/fresh-result.js";
import { copyData, type Data } from "./data.js";
import type { FaultLog } from "./fault-log.js";
import type { TypeConditions } from "./type-conditions.js";

/** One execution of one plan: the data as it grows, and the way to the subgraphs. */
export interface PlanRun {
  readonly root: Data;
  readonly faults: FaultLog;
  readonly types: TypeConditions;
  /** What the client gave for a variable, under the name subgraphs know it by. */
  variable(name: string): unknown;
  /** An answer the engine may change. */
  ask(
    subgraph: string,
    request: SubgraphRequest,
  ): Promise<{ readonly data?: Data | null; readonly errors?: SubgraphResult["errors"] }>;
}

/** The `ask` of a run: transports may keep what they answer, so all but fresh answers are copied. */
export function asker(transports: ReadonlyMap<string, SubgraphTransport>, call: SubgraphCall): PlanRun["ask"] {
  return async (subgraph, request) => {
    const transport = transports.get(subgraph);
    if (transport === undefined) {
      throw new TypeError(`Subgraph "${subgraph}": found no transport; expected one per subgraph.`);
    }
    const result = await transport.execute(request, call);
    return (isFresh(result) ? result : copyData(result)) as { data?: Data | null };
  };
}
