import { expect, test } from "vitest";
import { onAbort } from "./on-abort.js";

test("calls back once, in turn, but not those that were forgotten", () => {
  const controller = new AbortController();
  const told: number[] = [];
  const forget = [0, 1, 2, 3, 4].map((place) => onAbort(controller.signal, () => void told.push(place)));
  forget[0]?.();
  forget[2]?.();
  forget[2]?.();
  forget[4]?.();
  controller.abort();
  controller.abort();
  expect(told).toEqual([1, 3]);
});

test("a callback may forget itself and others, before it and after it", () => {
  const controller = new AbortController();
  const told: number[] = [];
  const forget: (() => void)[] = [];
  for (const place of [0, 1, 2, 3, 4, 5]) {
    const callback = (): void => {
      told.push(place);
      if (place === 1) [1, 0, 2, 3].forEach((other) => forget[other]?.());
    };
    forget.push(onAbort(controller.signal, callback));
  }
  controller.abort();
  expect(told).toEqual([0, 1, 4, 5]);
});

test("forgetting twice leaves those that came meanwhile", () => {
  const controller = new AbortController();
  const told: string[] = [];
  const first = onAbort(controller.signal, () => void told.push("first"));
  const second = onAbort(controller.signal, () => void told.push("second"));
  first();
  onAbort(controller.signal, () => void told.push("third"));
  second();
  first();
  second();
  onAbort(controller.signal, () => void told.push("fourth"));
  controller.abort();
  expect(told).toEqual(["third", "fourth"]);
});
