import { readQuestions, type Question } from "@hub/schema";
import { writeFile } from "node:fs/promises";
import { chooseQuestion } from "./choose-question.js";
import { readCommandLine, usageError, type AskCommand } from "./command-line.js";
import { explode } from "./rows.js";
import { findHub } from "./find-hub.js";
import { formatCsv } from "./format-csv.js";
import { formatTable } from "./format-table.js";
import { sendOperation, type HubAnswer } from "./send-operation.js";
import { typedVariables } from "./typed-variables.js";

/** Exit codes of `ask`. */
export const EXIT = { answered: 0, failed: 1, usage: 2, partial: 3 } as const;

const USAGE = `npm run ask -- <number or name> [--<variable> <value> …] [options]

Asks a question of the library: of the hub that runs in this checkout, or of one started for it and stopped afterwards.
  --list              the questions there are, with their variables
  --format <format>   table (default), json or csv
  --output <file>     write the answer there instead of to standard output
  --bom               begin CSV with a byte order mark, for Excel
  --url <address>     the hub to ask
  --token <token>     bearer token (npm run token)
A list variable is separated by commas; an empty value means null. Errors go to standard error.
Exit codes: 0 answered, 1 failed, 2 not understood, 3 answered in part.
`;

function listQuestions(questions: readonly Question[]): string {
  const lines = questions.map(({ number, name, title, variables }) => {
    const options = Object.entries(variables).map(([variable, value]) => `--${variable} ${JSON.stringify(value)}`);
    return `${String(number).padStart(2)}  ${name}\n    ${title.en}\n    ${title.zh}\n    ${options.join(" ")}`;
  });
  return `${lines.join("\n")}\n`;
}

function formatAnswer({ format, bom }: AskCommand, question: Question, answer: HubAnswer): string {
  if (format === "json") return `${JSON.stringify(answer, null, 2)}\n`;
  const rows = explode(question.document, answer.data ?? null);
  return format === "csv" ? formatCsv(rows, bom) : formatTable(rows);
}

function reportErrors({ errors = [] }: HubAnswer): void {
  for (const { message, path, extensions } of errors) {
    const place = path === undefined ? "" : ` ${path.join(".")}`;
    process.stderr.write(`${String(extensions?.["code"])}${place}: ${message}\n`);
  }
}

/** Runs `ask` and gives its exit code. Throws BAD_USER_INPUT for a command line it cannot follow. */
export async function ask(args: readonly string[], signal: AbortSignal): Promise<number> {
  const command = readCommandLine(args);
  if (command.help) {
    process.stdout.write(USAGE);
    return EXIT.answered;
  }
  const questions = await readQuestions();
  if (command.list) {
    process.stdout.write(listQuestions(questions));
    return EXIT.answered;
  }
  if (command.question === null) throw usageError(`Question: found none; expected a number or name.\n\n${USAGE}`);

  const question = chooseQuestion(questions, command.question);
  const variables = typedVariables(question, command.variables);
  const hub = await findHub(command.url, signal);
  try {
    const answer = await sendOperation(hub.endpoint, question, variables, command.token);
    reportErrors(answer);
    if (answer.data === undefined || answer.data === null) return EXIT.failed;
    const text = formatAnswer(command, question, answer);
    if (command.output === null) process.stdout.write(text);
    else await writeFile(command.output, text);
    return answer.errors === undefined ? EXIT.answered : EXIT.partial;
  } finally {
    await hub.close();
  }
}
