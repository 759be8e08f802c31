import { expect, test } from "vitest";
import { headerLine } from "./header-line.js";

test.each(["Bearer a.b-c", "", "a\tb", "\u00e9\u00ff"])("writes %j", (value) => {
  expect(headerLine("x", value)).toBe(`x: ${value}\r\n`);
});

test.each(["a\r\nx: y", "a\nb", "a\rb", "a\0b", "a\x7fb", "a\x0bb", "学", "a\u{10d0a}"])("refuses %j", (value) => {
  expect(() => headerLine("x", value)).toThrow(TypeError);
});
