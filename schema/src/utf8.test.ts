import { describe, expect, it } from "vitest";
import { asciiOrUtf8, utf8Bytes } from "./utf8.js";

const LONGEST = 70_000;
const texts: readonly (readonly [string, string])[] = [
  ["nothing", ""],
  ["ASCII", "teacher ratio"],
  ["long ASCII", "a".repeat(LONGEST)],
  ["Latin-1 in a long text", "é".repeat(2_000)],
  ["Chinese", "专任教师"],
  ["long Chinese", "生师比".repeat(700)],
  ["Chinese longer than the scratch buffer", "督导".repeat(LONGEST)],
  ["ASCII up to 511 characters, then Chinese", `${"a".repeat(511)}校${"b".repeat(300)}`],
  ["ASCII up to 512 characters, then Chinese", `${"a".repeat(512)}校${"b".repeat(300)}`],
  ["characters of four bytes", "𠮷😀".repeat(400)],
  ["full-width characters", "１２３ＡＢＣ".repeat(200)],
  ["half a surrogate pair in a short text", "a\ud842b"],
  ["half a surrogate pair in a long text", `${"校".repeat(600)}\ud842`],
  ["a pair the wrong way round", `${"校".repeat(600)}\udfb7\ud842`],
];

describe("texts in UTF-8", () => {
  it.each(texts)("encodes %s as Node does", (_, text) => {
    expect(utf8Bytes(text).equals(Buffer.from(text))).toBe(true);
  });

  it.each(texts)("leaves ASCII as it is, else encodes: %s", (_, text) => {
    const content = asciiOrUtf8(text);
    expect(typeof content === "string").toBe(!/[^\0-\x7f]/.test(text));
    expect(content.length).toBe(Buffer.byteLength(text));
    expect(content.toString()).toBe(Buffer.from(text).toString());
  });

  it("gives bytes that the next text does not touch", () => {
    const first = utf8Bytes("甲".repeat(600));
    utf8Bytes("乙".repeat(600));
    expect(first.toString()).toBe("甲".repeat(600));
  });
});
