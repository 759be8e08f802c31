import { readFileSync } from "node:fs";
import { HubError } from "./errors.js";

/** One environment variable: its name, what is accepted, and what it is worth when it is not set. */
export interface Variable<T> {
  readonly name: string;
  /** What the variable decides, with its unit; `.env.example` and the README say it in these words. */
  readonly about: string;
  /** Completes "expected …". */
  readonly expected: string;
  /** Undefined: the variable must be set. Null: it may be left out. */
  readonly fallback: T | undefined;
  /** A secret's text is never repeated in a message. */
  readonly secret: boolean;
  /** The value, or undefined when the text does not fit. */
  readonly parse: (text: string) => T | undefined;
}

/** The variables of one process, by the name its code uses. */
export type EnvironmentSpec = Readonly<Record<string, Variable<unknown>>>;

/** What reading a specification gives: one frozen object. */
export type Environment<Spec extends EnvironmentSpec> = {
  readonly [Key in keyof Spec]: Spec[Key] extends Variable<infer T> ? T : never;
};

/** Where variables are read: `process.env`, or a test's own object. */
export type EnvironmentSource = Readonly<Record<string, string | undefined>>;

interface VariableOptions<T> {
  readonly about: string;
  readonly fallback?: T;
}

interface NumberOptions<T> extends VariableOptions<T> {
  readonly min: number;
  readonly max: number;
}

function variable<T>(
  name: string,
  { about, fallback }: VariableOptions<T>,
  expected: string,
  parse: (text: string) => T | undefined,
  secret = false,
): Variable<T> {
  return { name, about, expected, fallback, secret, parse };
}

/** A whole number within bounds, written in decimal digits. */
export function wholeNumber(name: string, options: NumberOptions<number>): Variable<number> {
  const { min, max } = options;
  return variable(name, options, `a whole number from ${min} to ${max}`, (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max ? value : undefined;
  });
}

/** `true` or `false`. */
export function flag(name: string, options: VariableOptions<boolean>): Variable<boolean> {
  return variable(name, options, "true or false", (text) =>
    text === "true" ? true : text === "false" ? false : undefined,
  );
}

/** One of a few words. */
export function oneOf<const T extends string>(
  name: string,
  words: readonly T[],
  options: VariableOptions<NoInfer<T>>,
): Variable<T> {
  return variable(name, options, `one of ${words.join(", ")}`, (text) => words.find((word) => word === text));
}

/** Any text; `expected` says what kind in an error. */
export function textValue<T extends string | null = string>(
  name: string,
  options: VariableOptions<T> & { readonly expected: string; readonly pattern?: RegExp },
): Variable<string | T> {
  const { expected, pattern = /./ } = options;
  return variable<string | T>(name, options, expected, (text) => (pattern.test(text) ? text : undefined));
}

/** An absolute address with one of the protocols (written without the colon). May carry a password: never repeated. */
export function address<T extends string | null = string>(
  name: string,
  protocols: readonly string[],
  options: VariableOptions<T>,
): Variable<string | T> {
  const expected = `an address beginning with ${protocols.map((protocol) => `${protocol}://`).join(" or ")}`;
  const parse = (text: string) =>
    URL.canParse(text) && protocols.includes(new URL(text).protocol.slice(0, -1)) ? text : undefined;
  return variable<string | T>(name, options, expected, parse, true);
}

/** A secret of at least so many characters. */
export function secret<T extends string | null = string>(
  name: string,
  options: VariableOptions<T> & { readonly minLength: number },
): Variable<string | T> {
  const { minLength } = options;
  const parse = (text: string) => (text.length >= minLength ? text : undefined);
  return variable<string | T>(name, options, `at least ${minLength} characters`, parse, true);
}

/**
 * Reads a process's variables; an empty text counts as not set.
 *
 * Throws CONFIGURATION_INVALID with one line per problem, `NAME: found …; expected …`, all of them at once.
 */
export function readEnvironment<Spec extends EnvironmentSpec>(
  spec: Spec,
  source: EnvironmentSource,
): Environment<Spec> {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};

  for (const [key, { name, expected, fallback, secret: hidden, parse }] of Object.entries(spec)) {
    const text = source[name]?.trim() ?? "";
    const value = text === "" ? fallback : parse(text);
    if (value !== undefined) {
      values[key] = value;
      continue;
    }
    const found = text === "" ? "nothing" : hidden ? `a text of ${text.length} characters` : JSON.stringify(text);
    problems.push(`${name}: found ${found}; expected ${expected}`);
  }
  if (problems.length > 0) {
    throw new HubError("CONFIGURATION_INVALID", problems.join("\n"), { problems });
  }
  return Object.freeze(values) as Environment<Spec>;
}

/** Milliseconds a service waits for the process that runs the databases. */
const RUNTIME_FILE_WAIT_MS = 180_000;

/** Waits where nothing else can go on: a process that has no environment yet has nothing to do. */
function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The facts in the file, or null while there are none: not written yet, or left by a process that has ended. */
function readRuntimeFile(file: string): EnvironmentSource | null {
  try {
    const facts = JSON.parse(readFileSync(file, "utf8")) as EnvironmentSource;
    return isRunning(Number(facts["HUB_RUNTIME_PID"])) ? facts : null;
  } catch {
    return null;
  }
}

/**
 * Adds the facts another process of the same checkout leaves in the file named by HUB_RUNTIME_FILE (development only):
 * a JSON object of variable names and texts, with its own process id as HUB_RUNTIME_PID. Waits for it.
 * What the environment itself sets goes first.
 *
 * Throws CONFIGURATION_INVALID when the file is named but no running process writes it in time.
 */
export function withRuntimeFile(source: EnvironmentSource, waitMs: number = RUNTIME_FILE_WAIT_MS): EnvironmentSource {
  const file = source["HUB_RUNTIME_FILE"] ?? "";
  if (file === "") return source;
  for (const end = Date.now() + waitMs; ; sleep(100)) {
    const facts = readRuntimeFile(file);
    if (facts !== null) return { ...facts, ...source };
    if (Date.now() < end) continue;
    const problem = "HUB_RUNTIME_FILE: found no file of a running hub; expected the one its databases' process writes";
    throw new HubError("CONFIGURATION_INVALID", problem, { problems: [problem] });
  }
}
