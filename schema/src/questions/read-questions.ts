import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { HubError } from "../errors.js";
import { parseQuestion } from "./parse-question.js";
import type { Question, QuestionProblem } from "./question.js";

/** The folder of the question files. */
export const questionFolder: string = fileURLToPath(new URL("../../questions", import.meta.url));

/** Numbers and names that more than one file claims. */
function findDuplicates(questions: readonly Question[]): QuestionProblem[] {
  const problems: QuestionProblem[] = [];
  const owners = new Map<string, string>();
  for (const { number, name, file } of questions) {
    for (const claim of [`number ${number}`, `name ${name}`]) {
      const owner = owners.get(claim);
      if (owner === undefined) owners.set(claim, file);
      else problems.push({ file, line: 1, found: claim, expected: `one that ${owner} does not have` });
    }
  }
  return problems;
}

/**
 * Reads every `*.graphql` file of a folder, in the order of their numbers.
 *
 * Throws CONFIGURATION_INVALID listing every fault of every file: one run is enough to mend them all.
 */
export async function readQuestions(folder: string = questionFolder): Promise<Question[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".graphql")).toSorted();
  const parsed = await Promise.all(
    files.map(async (file) => parseQuestion(await readFile(join(folder, file), "utf8"), file)),
  );
  const questions = parsed.flatMap(({ question }) => question ?? []);
  const problems = [...parsed.flatMap((result) => result.problems), ...findDuplicates(questions)];

  if (problems.length > 0) {
    const lines = problems.map(
      ({ file, line, found, expected }) => `${file}:${line}: found ${found}; expected ${expected}.`,
    );
    throw new HubError("CONFIGURATION_INVALID", `The question library has faults:\n${lines.join("\n")}`, { problems });
  }
  return questions.toSorted((left, right) => left.number - right.number);
}
