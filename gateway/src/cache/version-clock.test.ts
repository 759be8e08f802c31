import { expect, it } from "vitest";
import { VersionClock } from "./version-clock.js";

/** An owner whose reads end when the test says so. */
function slowOwner() {
  let version = 0;
  const waiting: (() => void)[] = [];
  return {
    reads: 0,
    change: () => (version += 1),
    endOldestRead: () => waiting.shift()?.(),
    read() {
      this.reads += 1;
      const seen = String(version);
      return new Promise<string>((resolve) => waiting.push(() => resolve(seen)));
    },
  };
}

it("never answers a question with a read that began before it", async () => {
  const owner = slowOwner();
  const clock = new VersionClock(() => owner.read());

  const first = clock.current();
  owner.change();
  const second = clock.current(); // asked after the change; the read under way saw the state before
  owner.endOldestRead();
  expect(await first).toBe("0");
  await Promise.resolve();
  owner.endOldestRead();
  expect(await second).toBe("1");
});

it("reads twice for a thousand questions at once", async () => {
  const owner = slowOwner();
  const clock = new VersionClock(() => owner.read());

  const questions = Array.from({ length: 1000 }, () => clock.current());
  owner.endOldestRead();
  await questions[0];
  await new Promise(setImmediate);
  owner.endOldestRead();
  await Promise.all(questions);

  expect(owner.reads).toBe(2);
});

it("forgets a failed read", async () => {
  let fails = true;
  const clock = new VersionClock(() => (fails ? Promise.reject(new Error("down")) : Promise.resolve("7")));

  await expect(clock.current()).rejects.toThrow("down");
  fails = false;
  expect(await clock.current()).toBe("7");
});
