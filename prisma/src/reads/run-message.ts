import type { ParameterText } from "./parameter-texts.js";

const DESCRIBE_PORTAL = "D\0\0\0\x06P\0";
const EXECUTE_AND_SYNC = "E\0\0\0\x09\0\0\0\0\0S\0\0\0\x04";
const NULL = "\xff\xff\xff\xff";

/**
 * The messages that run a prepared statement: Bind, Describe where asked for, Execute and Sync, a character a byte
 * ("latin1"): a socket takes that in one call, without a buffer between. All values are text.
 *
 * Source: PostgreSQL's manual, "Message Formats".
 */
export function runMessage(name: string, parameters: readonly ParameterText[], describe: boolean): string {
  // No portal, no formats: every parameter and every column is text.
  let body = `\0${bytesOf(name)}\0\0\0${int16(parameters.length)}`;
  for (const text of parameters) {
    if (text === null) body += NULL;
    else {
      const bytes = bytesOf(text);
      body += int32(bytes.length) + bytes;
    }
  }
  body += "\0\0";
  return `B${int32(body.length + 4)}${body}${describe ? DESCRIBE_PORTAL : ""}${EXECUTE_AND_SYNC}`;
}

/** UTF-8, a character a byte. */
function bytesOf(text: string): string {
  return /[^\0-\x7f]/.test(text) ? Buffer.from(text).toString("latin1") : text;
}

function int16(value: number): string {
  return String.fromCharCode((value >> 8) & 0xff, value & 0xff);
}

function int32(value: number): string {
  return String.fromCharCode((value >>> 24) & 0xff, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff);
}
