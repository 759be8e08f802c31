/** What a header's value may hold: RFC 9110 forbids the rest, line ends first of all. */
const FORBIDDEN = /[^\t\x20-\x7e\x80-\xff]/;

/** One header as it goes over the wire, with its line's end. Throws TypeError for a value that would end the line. */
export function headerLine(name: string, value: string): string {
  if (FORBIDDEN.test(value)) throw new TypeError(`Header ${name}: found a control character; expected text.`);
  return `${name}: ${value}\r\n`;
}
