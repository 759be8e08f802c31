import type { SubgraphCall, SubgraphRequest, SubgraphResult, SubgraphTransport } from "../transport/transport.js";
import { isFresh, isUnescaped } from "../transport/fresh-result.js";
import { copyData, type Data } from "./data.js";
import type { FaultLog } from "./fault-log.js";
import type { FoundEntities } from "./found-entities.js";
import { readErrors } from "./read-errors.js";
import type { TypeConditions } from "./type-conditions.js";

/** What is known of the texts in the data: whether none of them has a character that JSON escapes. */
export interface Texts {
  unescaped: boolean;
}

/** One execution of one plan: the data as it grows, and the way to the subgraphs. */
export interface PlanRun {
  readonly root: Data;
  readonly faults: FaultLog;
  readonly types: TypeConditions;
  readonly found: FoundEntities;
  readonly texts: Texts;
  /** What the client gave for a variable, under the name subgraphs know it by. */
  variable(name: string): unknown;
  ask(subgraph: string, request: SubgraphRequest): Promise<SubgraphResult>;
}

/** An answer the engine may change. */
export interface OwnedResult {
  readonly data?: Data | null;
  readonly errors?: SubgraphResult["errors"];
}

/** Makes an answer the engine's own: transports may keep what they answer, so all but fresh answers are copied. */
export function ownResult(result: SubgraphResult, { texts }: PlanRun): OwnedResult {
  texts.unescaped &&= isUnescaped(result);
  const own = (isFresh(result) ? result : copyData(result)) as OwnedResult | null | undefined;
  const errors: unknown = own?.errors;
  if (errors === undefined || errors === null) {
    return own ?? {};
  }
  const data = own?.data;
  return { ...(data !== undefined && { data }), errors: readErrors(errors) };
}

/** The `ask` of a run. */
export function asker(transports: ReadonlyMap<string, SubgraphTransport>, call: SubgraphCall): PlanRun["ask"] {
  return (subgraph, request) => {
    const transport = transports.get(subgraph);
    if (transport === undefined) {
      throw new TypeError(`Subgraph "${subgraph}": found no transport; expected one per subgraph.`);
    }
    return transport.execute(request, call);
  };
}
