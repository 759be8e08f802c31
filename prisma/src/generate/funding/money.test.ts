import { expect, it } from "vitest";
import { centsOf, splitMoney, yuanOf } from "./money.js";

it("reads yuan with and without decimals, and nothing else", () => {
  expect(centsOf("3499800.00")).toBe(349_980_000);
  expect(centsOf("9375.3")).toBe(937_530);
  expect(() => centsOf("31.76万")).toThrow('found "31.76万"; expected yuan');
  expect(() => centsOf("1.005")).toThrow(RangeError);
});

it("splits an amount so that the parts add up to it, the odd cents included", () => {
  const parts = splitMoney(10_000_001, [1, 1, 1]);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(10_000_001);
  expect(splitMoney(100, [0, 1])).toEqual([0, 100]);
});

it("writes cents as two decimals", () => {
  expect(yuanOf(349_980_005)).toBe("3499800.05");
});
