import type { ParameterText } from "./parameter-texts.js";

const BIND = 0x42;
const DESCRIBE_PORTAL = Buffer.from("D\0\0\0\x06P\0", "latin1");
const EXECUTE_AND_SYNC = Buffer.from("E\0\0\0\x09\0\0\0\0\0S\0\0\0\x04", "latin1");

/**
 * The messages that run a prepared statement: Bind, Describe where asked for, Execute and Sync. All values are text.
 *
 * Source: PostgreSQL's manual, "Message Formats". One piece for the socket costs less than four.
 */
export function runMessage(name: string, parameters: readonly ParameterText[], describe: boolean): Buffer {
  const lengths = parameters.map((text) => (text === null ? -1 : Buffer.byteLength(text)));
  const nameLength = Buffer.byteLength(name);
  let bindLength = 4 + 1 + nameLength + 1 + 2 + 2 + 2;
  for (const length of lengths) bindLength += 4 + Math.max(length, 0);
  const tailLength = (describe ? DESCRIBE_PORTAL.length : 0) + EXECUTE_AND_SYNC.length;
  const message = Buffer.allocUnsafe(1 + bindLength + tailLength);
  message[0] = BIND;
  let at = message.writeInt32BE(bindLength, 1);
  message[at++] = 0;
  at += message.write(name, at);
  message[at++] = 0;
  // No formats given: every parameter is text.
  at = message.writeInt16BE(0, at);
  at = message.writeUInt16BE(parameters.length, at);
  for (const [index, text] of parameters.entries()) {
    at = message.writeInt32BE(lengths[index] ?? -1, at);
    if (text !== null) at += message.write(text, at);
  }
  at = message.writeInt16BE(0, at);
  if (describe) at += DESCRIBE_PORTAL.copy(message, at);
  EXECUTE_AND_SYNC.copy(message, at);
  return message;
}
