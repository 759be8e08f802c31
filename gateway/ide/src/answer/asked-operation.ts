/** What was asked to get an answer, and how long it took. */
export interface AskedOperation {
  readonly query: string;
  readonly operationName: string | null;
  readonly milliseconds: number;
}

const kept = 40;
const askedByAnswer = new Map<string, AskedOperation>();

/**
 * Remembers what gave an answer, so that a table keeps its columns when the operation is edited afterwards.
 *
 * Key: the answer's text as the editor shows it. Only the newest answers are kept.
 */
export function rememberAsked(answer: string, asked: AskedOperation): void {
  askedByAnswer.delete(answer);
  askedByAnswer.set(answer, asked);
  const oldest = askedByAnswer.keys().next();
  if (askedByAnswer.size > kept && !oldest.done) askedByAnswer.delete(oldest.value);
}

/** What gave an answer, or null when this page did not ask it. */
export function askedFor(answer: string): AskedOperation | null {
  return askedByAnswer.get(answer) ?? null;
}
