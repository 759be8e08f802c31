import { expect, test } from "vitest";
import { isPlainText, leafText } from "./write-leaf.js";

test("a plain text is what JSON writes between its quotes", () => {
  for (let code = 0; code < 0x1_0000; code++) {
    const text = `a${String.fromCharCode(code)}b`;
    expect(isPlainText(text) && JSON.stringify(text) !== `"${text}"`, code.toString(16)).toBe(false);
    if (leafText(text) !== JSON.stringify(text)) expect.fail(code.toString(16));
  }
  expect(isPlainText("督导 \u2028 é ~")).toBe(true);
});

test("a long text, one with emoji and what is no text are written as JSON", () => {
  const values = ["a".repeat(1_000), "🎓", "", -0, 1e21, 0.1, true, false, { a: [1, "\n"] }, [null]];
  for (const value of values) expect(leafText(value)).toBe(JSON.stringify(value));
});
