import { kebabName, type Question } from "@hub/schema";
import { usageError } from "./command-line.js";

/** The question of a number, name or kebab name, in any case. Throws BAD_USER_INPUT with those there are. */
export function chooseQuestion(questions: readonly Question[], wanted: string): Question {
  const key = wanted.toLowerCase();
  const found = questions.find(
    ({ number, name }) => String(number) === key || name.toLowerCase() === key || kebabName(name) === key,
  );
  if (found !== undefined) return found;
  const known = questions.map(({ number, name }) => `${number} ${name}`).join(", ");
  throw usageError(`Question: found ${JSON.stringify(wanted)}; expected one of ${known}.`);
}
