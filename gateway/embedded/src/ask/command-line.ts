import { HubError } from "@hub/schema";

export const FORMATS = ["table", "json", "csv"] as const;
export type Format = (typeof FORMATS)[number];

/** What the command line asks for. */
export interface AskCommand {
  /** Number or name; null: only `--list` or `--help`. */
  readonly question: string | null;
  readonly format: Format;
  /** File the answer is written to; null: standard output. */
  readonly output: string | null;
  /** Begin CSV with a byte order mark, as Excel wants it. */
  readonly bom: boolean;
  readonly url: string | null;
  readonly token: string | null;
  readonly list: boolean;
  readonly help: boolean;
  /** Everything else that begins with `--`: the question's variables, as texts; a repeated one makes a list. */
  readonly variables: ReadonlyMap<string, readonly string[]>;
}

const SWITCHES = new Set(["bom", "list", "help"]);
const SETTINGS = new Set(["format", "output", "url", "token"]);

/** A command line that cannot be followed: exit code 2. */
export function usageError(message: string): HubError {
  return new HubError("BAD_USER_INPUT", message);
}

function formatOf(text: string | undefined): Format {
  const format = FORMATS.find((known) => known === (text ?? "table"));
  if (format === undefined)
    throw usageError(`--format: found ${JSON.stringify(text)}; expected ${FORMATS.join(", ")}.`);
  return format;
}

/** Reads `ask`'s arguments: `--name value` or `--name=value`. Throws BAD_USER_INPUT for what it cannot read. */
export function readCommandLine(args: readonly string[]): AskCommand {
  const settings = new Map<string, string>();
  const switches = new Set<string>();
  const variables = new Map<string, string[]>();
  const words: string[] = [];

  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? "";
    const [, name, inline] = /^--([A-Za-z_]\w*)(?:=(.*))?$/s.exec(argument) ?? [];
    if (name === undefined) {
      words.push(argument);
    } else if (SWITCHES.has(name)) {
      switches.add(name);
    } else {
      const value = inline ?? args[(index += 1)];
      if (value === undefined) throw usageError(`--${name}: found nothing after it; expected a value.`);
      if (SETTINGS.has(name)) settings.set(name, value);
      else variables.set(name, [...(variables.get(name) ?? []), value]);
    }
  }
  if (words.length > 1) throw usageError(`Question: found ${words.join(" ")}; expected one number or name.`);

  return {
    question: words[0] ?? null,
    format: formatOf(settings.get("format")),
    output: settings.get("output") ?? null,
    bom: switches.has("bom"),
    url: settings.get("url") ?? null,
    token: settings.get("token") ?? null,
    list: switches.has("list"),
    help: switches.has("help"),
    variables,
  };
}
