import { HubError } from "@hub/schema";
import { parseArgs } from "node:util";
import { DEFAULT_LIMITS, type Limits } from "../limits/limits.js";

/** What `npm run gateway -- …` was told. */
export interface StandaloneOptions {
  readonly supergraphFile: string;
  readonly port: number;
  readonly host: string;
  readonly limits: Limits;
  /** Milliseconds an operation may take. */
  readonly timeoutMs: number;
  /** Operations in flight; more are refused with 503. */
  readonly concurrency: number;
  /** Headers of the client that go on to the subgraphs. */
  readonly forward: readonly string[];
}

const UNLIMITED = Number.MAX_SAFE_INTEGER;

const flags = {
  supergraph: { type: "string" },
  port: { type: "string", default: "4000" },
  host: { type: "string", default: "127.0.0.1" },
  "no-limits": { type: "boolean", default: false },
  depth: { type: "string" },
  aliases: { type: "string" },
  "body-bytes": { type: "string" },
  "timeout-ms": { type: "string", default: "30000" },
  concurrency: { type: "string", default: "1000" },
  forward: { type: "string", multiple: true },
} as const;

function positive(flag: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) {
    throw new HubError("CONFIGURATION_INVALID", `Flag --${flag}: found "${text}"; expected a whole number.`);
  }
  return value;
}

/** Reads the command line. Throws CONFIGURATION_INVALID for a missing file name or a number that is none. */
export function readOptions(args: readonly string[]): StandaloneOptions {
  const { values } = parseArgs({ args: [...args], options: flags });
  if (values.supergraph === undefined) {
    throw new HubError("CONFIGURATION_INVALID", "Flag --supergraph: found nothing; expected a supergraph file.");
  }
  const lifted: Limits = {
    bodyBytes: UNLIMITED,
    depth: UNLIMITED,
    aliases: UNLIMITED,
    pageSize: UNLIMITED,
    listLength: UNLIMITED,
    tokens: UNLIMITED,
  };
  const base = values["no-limits"] ? lifted : DEFAULT_LIMITS;
  const limit = (flag: "depth" | "aliases" | "body-bytes", fallback: number): number => {
    const given = values[flag];
    return given === undefined ? fallback : positive(flag, given);
  };
  return {
    supergraphFile: values.supergraph,
    port: positive("port", values.port),
    host: values.host,
    limits: {
      ...base,
      depth: limit("depth", base.depth),
      aliases: limit("aliases", base.aliases),
      bodyBytes: limit("body-bytes", base.bodyBytes),
    },
    timeoutMs: positive("timeout-ms", values["timeout-ms"]),
    concurrency: positive("concurrency", values.concurrency),
    forward: (values.forward ?? ["authorization"]).map((name) => name.toLowerCase()),
  };
}
