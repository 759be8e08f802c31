import type { OutputShape } from "./response-shape.js";

/** Escaping is faster than looking first for texts longer than this. */
const SHORT_TEXT = 64;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FIRST_PLAIN = 0x20;
const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;

/** Whether a text is short and holds nothing JSON escapes: a quote, a backslash, a control, half of a surrogate pair. */
export function isPlainText(text: string): boolean {
  if (text.length > SHORT_TEXT) {
    return false;
  }
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < FIRST_PLAIN || code === QUOTE || code === BACKSLASH) return false;
    if (code >= FIRST_SURROGATE && code <= LAST_SURROGATE) return false;
  }
  return true;
}

/** Whether a type's values are texts. */
export function isTextual(output: OutputShape): boolean {
  return output.kind === "leaf" && (output.typeName === "String" || output.typeName === "ID");
}

/** The JSON of a leaf's value; undefined when it has none. */
export function leafText(value: unknown): string | undefined {
  switch (typeof value) {
    case "string":
      return isPlainText(value) ? `"${value}"` : JSON.stringify(value);
    case "number":
    case "boolean":
      return String(value);
    default:
      return JSON.stringify(value);
  }
}
