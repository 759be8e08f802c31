/** How much is decoded at once, in bytes; a short text that is kept keeps no more than this alive. */
const BLOCK = 1024;

/** Longer texts are decoded by themselves. */
const SHORT = 64;

/**
 * Decodes texts of a piece of bytes, from its beginning to its end.
 *
 * A call of the decoder costs more than a short text itself, so plain ASCII is decoded in blocks and cut.
 */
export class ShortTexts {
  #block = "";
  #from = 0;

  constructor(readonly bytes: Buffer) {}

  text(start: number, end: number): string {
    const { bytes } = this;
    if (end - start > SHORT || !isAscii(bytes, start, end)) return bytes.toString("utf8", start, end);
    if (end > this.#from + this.#block.length) {
      this.#block = bytes.toString("latin1", start, Math.min(bytes.length, start + BLOCK));
      this.#from = start;
    }
    return this.#block.slice(start - this.#from, end - this.#from);
  }
}

function isAscii(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if ((bytes[at] as number) > 0x7f) return false;
  return true;
}
