import { readHead, type ResponseHead } from "./response-head.js";

/** The one length of a head, as a single plain number that is the whole of its field. */
const LENGTH = /\r\ncontent-length:[ \t]*(\d{1,15})(?=\r\n|$)/i;
const LENGTH_NAME = /content-length/gi;
const MOST_DIGITS = 15;
const ZERO = 0x30;
const NINE = 0x39;

/** The number between two places of a text; undefined when other than digits stand there, none or too many. */
function numberAt(text: string, from: number, to: number): number | undefined {
  if (to <= from || to - from > MOST_DIGITS) return undefined;
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at);
    if (digit < ZERO || digit > NINE) return undefined;
    number = number * 10 + digit - ZERO;
  }
  return number;
}

/**
 * Reads heads, and remembers the last: for a second, as long as its date stays the same, a server's heads differ by
 * nothing but the length of their bodies.
 */
export class HeadMemory {
  #head: ResponseHead | undefined;
  /** What stood before and after the length. */
  #before = "";
  #after = "";

  /** As readHead. */
  read(text: string): ResponseHead {
    const known = this.#head;
    if (known !== undefined && text.startsWith(this.#before) && text.endsWith(this.#after)) {
      const length = numberAt(text, this.#before.length, text.length - this.#after.length);
      if (length !== undefined) return { ...known, length };
    }
    const head = readHead(text);
    this.#remember(text, head);
    return head;
  }

  #remember(text: string, head: ResponseHead): void {
    const found = LENGTH.exec(text);
    const bodiless = head.status < 200 || head.status === 204 || head.status === 304;
    if (found === null || bodiless || head.framing !== "length" || text.match(LENGTH_NAME)?.length !== 1) return;
    const end = found.index + found[0].length;
    this.#head = head;
    this.#before = text.slice(0, end - (found[1] as string).length);
    this.#after = text.slice(end);
  }
}
