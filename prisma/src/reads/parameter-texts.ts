/** A parameter as PostgreSQL reads it; null is SQL's null. */
export type ParameterText = string | null;

/** Parameters of plain kinds as text; undefined when one is of another kind, which pg knows how to write. */
export function parameterTexts(values: readonly unknown[]): ParameterText[] | undefined {
  const texts: ParameterText[] = [];
  for (const value of values) {
    const text = Array.isArray(value) ? listText(value) : plainText(value);
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return texts;
}

function plainText(value: unknown): ParameterText | undefined {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return null;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

const NEEDS_ESCAPE = /["\\]/;

function listText(items: readonly unknown[]): string | undefined {
  // Lists of ids are by far the longest: joined at once, not item by item.
  if (items.length > 0 && items.every((item) => typeof item === "string") && !NEEDS_ESCAPE.test(items.join(""))) {
    return `{"${items.join('","')}"}`;
  }
  let text = "";
  for (const item of items) {
    const own = plainText(item);
    if (own === undefined) return undefined;
    if (own === null) text += ",NULL";
    else text += `,"${NEEDS_ESCAPE.test(own) ? own.replaceAll(/["\\]/g, String.raw`\$&`) : own}"`;
  }
  return `{${text.slice(1)}}`;
}
