import { HubError } from "@hub/schema";

/** Node takes a longer wait for none. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** Timers of one length share a list in Node, so the length is rounded up, as the gateway rounds its own. */
function roundedUp(milliseconds: number): number {
  const step = milliseconds > 2_000 ? 100 : 10;
  return Math.min(Math.ceil(milliseconds / step) * step, LONGEST_WAIT_MS);
}

/**
 * Gives up waiting when the gateway no longer listens; a query already sent to the database runs out its own time.
 *
 * Waits for ever without a deadline: a number of milliseconds above zero. Rejects with SUBGRAPH_TIMEOUT.
 */
export function withinDeadline<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  if (!Number.isFinite(milliseconds) || milliseconds <= 0) return work;
  return new Promise<T>((resolve, reject) => {
    const late = (): void => reject(new HubError("SUBGRAPH_TIMEOUT", `Found no answer within ${milliseconds} ms.`));
    const timer = setTimeout(late, roundedUp(milliseconds));
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
