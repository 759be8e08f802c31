import { ask } from "./ask.js";
import type { RunningContestant } from "./contestant.js";
import type { Extent } from "./options.js";
import type { Question, QuestionName } from "./questions.js";

/** A place where a contestant's answer is not the first contestant's. */
export interface Difference {
  readonly contestant: string;
  readonly question: QuestionName;
  readonly variables: Question;
  readonly path: string;
  readonly found: unknown;
  readonly expected: unknown;
}

/** The first path at which two JSON values differ, also in the order of their keys; null when they are the same bytes. */
function firstDifference(
  found: unknown,
  expected: unknown,
  path = "",
): Pick<Difference, "path" | "found" | "expected"> | null {
  if (JSON.stringify(found) === JSON.stringify(expected)) return null;
  if (isObject(found) && isObject(expected)) {
    const keys = [Object.keys(found).join(), Object.keys(expected).join()];
    if (keys[0] !== keys[1]) return { path: `${path}: keys`, found: keys[0], expected: keys[1] };
    for (const key of Object.keys(expected)) {
      const inner = firstDifference(found[key], expected[key], `${path}/${key}`);
      if (inner !== null) return inner;
    }
  }
  return { path, found, expected };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Asks everybody the same sample of each question's variables; gives what differs from the first contestant. */
export async function verifyEquality(
  all: readonly RunningContestant[],
  questions: Readonly<Record<QuestionName, readonly Question[]>>,
  { questions: names, sample }: Extent,
): Promise<readonly Difference[]> {
  const [measure, ...others] = all as [RunningContestant, ...RunningContestant[]];
  const differences: Difference[] = [];
  for (const question of names) {
    const step = Math.max(1, Math.floor(questions[question].length / sample));
    for (const variables of questions[question].filter((_, index) => index % step === 0)) {
      const expected = await ask(measure, question, variables);
      for (const other of others) {
        const difference = firstDifference(await ask(other, question, variables), expected);
        if (difference !== null) {
          differences.push({ contestant: other.contestant.name, question, variables, ...difference });
        }
      }
    }
  }
  return differences;
}
