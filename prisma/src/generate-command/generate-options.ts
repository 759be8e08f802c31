import { parseArgs } from "node:util";
import { HubError } from "@hub/schema";

/** What the generate command is told to do. */
export interface GenerateOptions {
  readonly counties: number;
  readonly seed: string | undefined;
  readonly target:
    | { readonly kind: "databases"; readonly urlPrefix: string }
    | { readonly kind: "files"; readonly folder: string }
    | { readonly kind: "hub" };
}

/** How the command is used, as printed by --help. */
export const USAGE = `npm run generate -- --counties <n> [--seed <text>] [--into <URL prefix> | --out <folder>]

  --counties  how many counties; the first five are the real ones, the rest made up (1 to 1000)
  --seed      what the made-up numbers start from; the same seed gives the same records
  --into      loads into databases <prefix>schools, <prefix>personnel, <prefix>funding, <prefix>inspection,
              made when absent; for example postgresql://user:password@127.0.0.1:5432/load_
  --out       writes <folder>/<owner>/<table>.ndjson instead, one record a line
  without --into and --out, it fills the embedded database of HUB_DATA (default .hub), which must be empty
`;

/**
 * Reads the command's arguments; null when help is asked for.
 *
 * @throws HubError BAD_USER_INPUT naming the argument.
 */
export function generateOptions(args: readonly string[]): GenerateOptions | null {
  const { counties, seed, into, out, help } = parsed(args);
  if (help === true) return null;
  const count = Number(counties);
  if (counties === undefined || !Number.isInteger(count) || count < 1 || count > 1000) {
    throw bad(`--counties: found ${counties ?? "nothing"}; expected a whole number from 1 to 1000.`);
  }
  if (into !== undefined && out !== undefined) throw bad("--into and --out: found both; expected one of them or none.");
  if (into !== undefined && !/^postgres(ql)?:\/\/[^/]+\/\w*$/.test(into)) {
    throw bad("--into: found no such address; expected postgresql://user:password@host:port/prefix.");
  }
  const target =
    into !== undefined
      ? ({ kind: "databases", urlPrefix: into } as const)
      : out !== undefined
        ? ({ kind: "files", folder: out } as const)
        : ({ kind: "hub" } as const);
  return { counties: count, seed, target };
}

interface ParsedArguments {
  readonly counties?: string;
  readonly seed?: string;
  readonly into?: string;
  readonly out?: string;
  readonly help?: boolean;
}

function parsed(args: readonly string[]): ParsedArguments {
  const text = { type: "string" } as const;
  try {
    const options = {
      counties: text,
      seed: text,
      into: text,
      out: text,
      help: { type: "boolean", short: "h" },
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw bad((error as Error).message);
  }
}

function bad(message: string): HubError {
  return new HubError("BAD_USER_INPUT", `generate: ${message}`);
}
