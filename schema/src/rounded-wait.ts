/** Node takes a longer wait for none. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** How long a timer is to wait: those of one length share a list in Node, so it is rounded up, by a tenth of a second at most. */
export function roundedWait(timeoutMs: number): number {
  const step = timeoutMs > 2_000 ? 100 : 10;
  return Math.min(Math.ceil(timeoutMs / step) * step, LONGEST_WAIT_MS);
}
