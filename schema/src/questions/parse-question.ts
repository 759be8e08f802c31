import { checkDocument } from "./check-document.js";
import { checkVariables } from "./check-variables.js";
import type { Json, ParsedQuestion, QuestionProblem } from "./question.js";
import { readHeader, type HeaderKey } from "./read-header.js";

const fileName = /^(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)\.graphql$/;

/** "TeacherRatioByTownship" as it stands in a file name: "teacher-ratio-by-township". */
export function kebabName(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
}

function parseVariables(text: string): { readonly [name: string]: Json } | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...(value as object) } : null;
  } catch {
    return null;
  }
}

/**
 * Reads one question file, `NN-kebab-name.graphql`: a header in comments, then one query.
 *
 * Gives the question, or every fault at once with its line, what was found and what was expected.
 * Never throws on account of the text.
 */
export function parseQuestion(text: string, file: string): ParsedQuestion {
  const header = readHeader(text, file);
  const problems: QuestionProblem[] = [...header.problems];
  const textOf = (key: HeaderKey) => header.fields.get(key)?.text ?? "";
  const report = (key: HeaderKey, found: string, expected: string) =>
    problems.push({ file, line: header.fields.get(key)?.line ?? 1, found, expected });

  const number = Number(textOf("number"));
  const validNumber = /^[1-9]\d?$/.test(textOf("number")) && number <= 64;
  if (textOf("number") !== "" && !validNumber) report("number", textOf("number"), "a whole number from 1 to 64");

  const validName = /^[A-Z][A-Za-z0-9]*$/.test(textOf("name"));
  if (textOf("name") !== "" && !validName) report("name", textOf("name"), "a name like TeacherRatioByTownship");

  if (validNumber && validName) {
    const expected = `${String(number).padStart(2, "0")}-${kebabName(textOf("name"))}.graphql`;
    if (fileName.exec(file) === null || file !== expected) report("number", `file name ${file}`, expected);
  }

  const variables = parseVariables(textOf("variables"));
  if (textOf("variables") !== "" && variables === null) report("variables", textOf("variables"), "a JSON object");

  const checked = checkDocument(header.document, validName ? textOf("name") : null, file, header.documentLine);
  problems.push(...checked.problems);
  if (checked.operation !== null && variables !== null) {
    for (const { found, expected } of checkVariables(variables, checked.operation))
      report("variables", found, expected);
  }

  if (problems.length > 0 || variables === null) {
    return { question: null, problems: problems.toSorted((left, right) => left.line - right.line) };
  }
  return {
    question: {
      number,
      name: textOf("name"),
      asks: textOf("asks").split(/\s*,\s*/),
      title: { en: textOf("title.en"), zh: textOf("title.zh") },
      explanation: { en: textOf("explanation.en"), zh: textOf("explanation.zh") },
      variables,
      document: header.document,
      file,
    },
    problems: [],
  };
}
