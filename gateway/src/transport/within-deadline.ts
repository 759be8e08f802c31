import { roundedWait } from "@hub/schema";
import { onAbort } from "../on-abort.js";
import { subgraphTimeout, subgraphUnavailable } from "./subgraph-errors.js";
import type { SubgraphCall } from "./transport.js";

/**
 * Waits for `work` no longer than the call's deadline and no longer than the client waits.
 *
 * Throws SUBGRAPH_TIMEOUT or SUBGRAPH_UNAVAILABLE; the work itself is not stopped, its late answer is dropped.
 */
export function withinDeadline<T>(subgraph: string, call: SubgraphCall, work: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const forget = (): void => {
      clearTimeout(timer);
      forgetAbort();
    };
    const fail = (error: unknown): void => {
      forget();
      reject(error);
    };
    const timer = setTimeout(() => fail(subgraphTimeout(subgraph)), roundedWait(call.deadline - Date.now()));
    const forgetAbort = onAbort(call.signal, () => fail(subgraphUnavailable(subgraph, "a client that left")));
    work.then((value) => {
      forget();
      resolve(value);
    }, fail);
  });
}
