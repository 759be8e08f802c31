import { subgraphTimeout, subgraphUnavailable } from "./subgraph-errors.js";
import type { SubgraphCall } from "./transport.js";

/**
 * Waits for `work` no longer than the call's deadline and no longer than the client waits.
 *
 * Throws SUBGRAPH_TIMEOUT or SUBGRAPH_UNAVAILABLE; the work itself is not stopped, its late answer is dropped.
 */
export function withinDeadline<T>(subgraph: string, call: SubgraphCall, work: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      call.signal.removeEventListener("abort", leave);
      finish();
    };
    const leave = (): void => settle(() => reject(subgraphUnavailable(subgraph, "a client that left")));
    const timer = setTimeout(() => settle(() => reject(subgraphTimeout(subgraph))), call.deadline - Date.now());
    call.signal.addEventListener("abort", leave);
    work.then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(error)),
    );
  });
}
