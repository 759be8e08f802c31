import { HubError, roundedWait } from "@hub/schema";

/**
 * Gives up waiting when the gateway no longer listens; a query already sent to the database runs out its own time.
 *
 * Waits for ever without a deadline: a number of milliseconds above zero. Rejects with SUBGRAPH_TIMEOUT.
 */
export function withinDeadline<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  if (!Number.isFinite(milliseconds) || milliseconds <= 0) return work;
  return new Promise<T>((resolve, reject) => {
    const late = (): void => reject(new HubError("SUBGRAPH_TIMEOUT", `Found no answer within ${milliseconds} ms.`));
    const timer = setTimeout(late, roundedWait(milliseconds));
    work.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (fault: unknown) => {
        clearTimeout(timer);
        reject(fault);
      },
    );
  });
}
