import { transcode } from "node:buffer";

/** Shorter texts are encoded sooner than they are taken round by UTF-16. */
const LONG = 500;
/** Where a text that is not ASCII nearly always shows it. */
const BEGINNING = 512;
const NOT_ASCII = /[^\0-\x7f]/;

const SCRATCH_BYTES = 131_072;
let scratch: Buffer | undefined;

/**
 * A text in UTF-8; half of a surrogate pair becomes U+FFFD, as anywhere in Node.
 *
 * Node encodes a text with wide characters one by one, but turns UTF-16 into UTF-8 many at a time: long texts with
 * Chinese in them take that way in a quarter of the time.
 */
export function utf8Bytes(text: string): Buffer {
  return text.length < LONG ? Buffer.from(text) : encodedByUtf16(text);
}

/** A text that is ASCII as it is, to be written as latin-1; any other in UTF-8. Either way `length` counts its bytes. */
export function asciiOrUtf8(text: string): string | Buffer {
  const isWide = text.length >= LONG && NOT_ASCII.test(text.slice(0, BEGINNING));
  return !isWide && Buffer.byteLength(text) === text.length ? text : utf8Bytes(text);
}

function encodedByUtf16(text: string): Buffer {
  try {
    return transcode(inUtf16(text), "utf16le", "utf8");
  } catch {
    // Half a surrogate pair is no text for `transcode`.
    return Buffer.from(text);
  }
}

function inUtf16(text: string): Buffer {
  if (text.length * 2 > SCRATCH_BYTES) return Buffer.from(text, "utf16le");
  scratch ??= Buffer.allocUnsafeSlow(SCRATCH_BYTES);
  return scratch.subarray(0, scratch.write(text, 0, "utf16le"));
}
