import type { QuestionProblem } from "./question.js";

/** The keys a header must hold, each once. */
export const headerKeys = [
  "number",
  "name",
  "asks",
  "title.en",
  "title.zh",
  "explanation.en",
  "explanation.zh",
  "variables",
] as const;

/** A key of the header. */
export type HeaderKey = (typeof headerKeys)[number];

/** The text after a key, continuation lines joined, and the line it begins on. */
export interface HeaderField {
  readonly text: string;
  readonly line: number;
}

/** The header of a question file and the operation that follows it. */
export interface Header {
  readonly fields: ReadonlyMap<HeaderKey, HeaderField>;
  readonly document: string;
  /** Line on which the document begins. */
  readonly documentLine: number;
  readonly problems: readonly QuestionProblem[];
}

const keyLine = /^# ([a-z.]+):(?: (.*))?$/;
const continuationLine = /^# {3,}(\S.*)$/;
const isKey = (word: string): word is HeaderKey => (headerKeys as readonly string[]).includes(word);

/** Chinese lines join without a space, other lines with one. */
function joinLines(before: string, after: string): string {
  const chinese = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]$/u.test(before);
  return before === "" || chinese ? before + after : `${before} ${after}`;
}

/**
 * Splits a question file into its header and its document.
 *
 * The header is the block of comment lines at the top: `# key: text`, continued by lines that
 * begin with `#` and three spaces or more. It ends at the first line that is no comment.
 */
export function readHeader(text: string, file: string): Header {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const firstOfDocument = lines.findIndex((line) => !line.startsWith("#"));
  const length = firstOfDocument === -1 ? lines.length : firstOfDocument;
  const fields = new Map<HeaderKey, HeaderField>();
  const problems: QuestionProblem[] = [];
  const report = (line: number, found: string, expected: string) => problems.push({ file, line, found, expected });
  let current: HeaderKey | null = null;

  for (const [index, content] of lines.slice(0, length).entries()) {
    const line = index + 1;
    const continuation = continuationLine.exec(content)?.[1];
    const field = current === null ? undefined : fields.get(current);
    if (continuation !== undefined && current !== null && field !== undefined) {
      fields.set(current, { text: joinLines(field.text, continuation.trim()), line: field.line });
      continue;
    }
    const [, word, rest = ""] = keyLine.exec(content) ?? [];
    current = null;
    if (word === undefined) report(line, `"${content}"`, 'a header line "# key: text" or "#   continued text"');
    else if (!isKey(word)) report(line, `key "${word}"`, `one of ${headerKeys.join(", ")}`);
    else if (fields.has(word))
      report(line, `"${word}" again (first on line ${fields.get(word)?.line})`, "each key once");
    else {
      current = word;
      fields.set(word, { text: rest.trim(), line });
    }
  }

  for (const key of headerKeys) {
    const field = fields.get(key);
    if (field === undefined) report(1, `no "${key}"`, `a header line "# ${key}: …"`);
    else if (field.text === "") report(field.line, `"${key}" without text`, "text after the colon");
  }

  const document = lines.slice(length).join("\n").trim();
  const blankLines = lines.slice(length).findIndex((line) => line.trim() !== "");
  return { fields, document: `${document}\n`, documentLine: length + 1 + Math.max(blankLines, 0), problems };
}
