import type { RunningContestant } from "./contestant.js";
import type { Question, QuestionName } from "./questions.js";

/** Asks a contestant once; gives the answer's data in the hub's shape. Throws when there are errors. */
export async function ask(running: RunningContestant, name: QuestionName, variables: Question): Promise<unknown> {
  const { contestant, port } = running;
  const { method, path, body } = contestant.request(name, variables);
  const init = body === undefined ? { method } : { method, body, headers: { "content-type": "application/json" } };
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, init);
  const text = await answer.text();
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
  if (errors !== undefined || data === undefined) {
    const asked = `question ${name} with ${JSON.stringify(variables)}`;
    throw new Error(`${contestant.name}, ${asked}: found ${text.slice(0, 2_000)}; expected data.`);
  }
  return contestant.shape === undefined ? data : contestant.shape(name, data);
}
