import { expect, test } from "vitest";
import { RunningQueries } from "./running-queries.js";

interface Leaving {
  onLeave(callback: () => void): void;
  leave(): void;
}

function client(): Leaving {
  const callbacks: (() => void)[] = [];
  return {
    onLeave: (callback) => void callbacks.push(callback),
    leave: () => callbacks.forEach((callback) => callback()),
  };
}

/** Work that ends when told to, with the signal it was given. */
function work(): {
  readonly signal: () => AbortSignal;
  readonly run: (signal: AbortSignal) => Promise<string>;
  readonly end: (answer: string) => void;
  readonly fail: () => void;
} {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let given: AbortSignal | undefined;
  return {
    signal: () => given as AbortSignal,
    run: (signal) => {
      given = signal;
      return promise;
    },
    end: resolve,
    fail: () => reject(new TypeError("broken")),
  };
}

test("work is cancelled when the last of its clients has left, and not before", () => {
  const queries = new RunningQueries<string>();
  const [one, other, third] = [client(), client(), client()];
  const first = work();
  void queries.start("q", one, first.run);
  expect(queries.join("q", other)).toBeDefined();
  one.leave();
  expect(first.signal().aborted).toBe(false);
  other.leave();
  expect(first.signal().aborted).toBe(true);
  expect(queries.join("q", third)).toBeUndefined();
});

test("a client that leaves after its answer stops nobody's work", async () => {
  const queries = new RunningQueries<string>();
  const [one, other] = [client(), client()];
  const [first, second] = [work(), work()];
  const answer = queries.start("q", one, first.run);
  first.end("a");
  expect(await answer).toBe("a");
  const running = queries.start("q", other, second.run);
  one.leave();
  expect(second.signal().aborted).toBe(false);
  expect(queries.join("q", client())).toBe(running);
  other.leave();
  second.end("b");
  expect(await running).toBe("b");
});

test("what was cancelled or broke lends its signal to nobody", async () => {
  const queries = new RunningQueries<string>();
  const signals = new Set<AbortSignal>();
  for (const how of ["cancelled", "broken", "cancelled"]) {
    const [asker, one] = [client(), work()];
    const answer = queries.start("q", asker, one.run);
    expect(one.signal().aborted).toBe(false);
    expect(signals.has(one.signal())).toBe(false);
    signals.add(one.signal());
    if (how === "cancelled") asker.leave();
    one.fail();
    await expect(answer).rejects.toThrow("broken");
  }
  const cancelled = [client(), work()] as const;
  const answer = queries.start("q", cancelled[0], cancelled[1].run);
  cancelled[0].leave();
  cancelled[1].end("late");
  await answer;
  const next = work();
  void queries.start("q", client(), next.run);
  expect(next.signal().aborted).toBe(false);
});
