/** A callback in the ring of its signal; without a callback it is the ring's begin, or was forgotten. */
class Listening {
  callback: (() => void) | undefined;
  before: Listening = this;
  after: Listening = this;

  constructor(callback?: () => void) {
    this.callback = callback;
  }

  insertBefore(next: Listening): void {
    this.before = next.before;
    this.after = next;
    next.before.after = this;
    next.before = this;
  }

  readonly forget = (): void => {
    if (this.callback === undefined) return;
    this.callback = undefined;
    this.before.after = this.after;
    this.after.before = this.before;
  };
}

const RING = Symbol("ring");

/** Kept on the signal itself: a weak map of signals that live for a request each would burden the garbage collector. */
type Listened = AbortSignal & { [RING]?: Listening };

function listenOnce(signal: Listened): Listening {
  const ring = new Listening();
  signal[RING] = ring;
  const listener = (): void => {
    for (let at = ring.after; at !== ring; at = at.after) at.callback?.();
  };
  signal.addEventListener("abort", listener, { once: true });
  return ring;
}

/**
 * Calls back when `signal` fires; gives the way to forget it.
 *
 * All of one signal share a listener: adding and removing listeners costs more than the rest of a short request, and a
 * set of callbacks more than a ring of them.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const listening = new Listening(callback);
  listening.insertBefore((signal as Listened)[RING] ?? listenOnce(signal));
  return listening.forget;
}
