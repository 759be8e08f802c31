const CALLBACKS = Symbol("callbacks");

/** Kept on the signal itself: a weak map of signals that live for a request each would burden the garbage collector. */
type Listened = AbortSignal & { [CALLBACKS]?: Set<() => void> };

function listenOnce(signal: Listened): Set<() => void> {
  const callbacks = new Set<() => void>();
  signal[CALLBACKS] = callbacks;
  const listener = (): void => {
    for (const callback of callbacks) callback();
  };
  signal.addEventListener("abort", listener, { once: true });
  return callbacks;
}

/**
 * Calls back when `signal` fires; gives the way to forget it.
 *
 * All of one signal share a listener: adding and removing listeners costs more than the rest of a short request.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const callbacks = (signal as Listened)[CALLBACKS] ?? listenOnce(signal);
  callbacks.add(callback);
  return () => callbacks.delete(callback);
}
