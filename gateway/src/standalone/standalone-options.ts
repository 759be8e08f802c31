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
  /** Whether plain requests are served beside node:http. */
  readonly plainLane: boolean;
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
  "no-plain-lane": { type: "boolean", default: false },
} as const;

function positive(flag: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) {
    throw new HubError("CONFIGURATION_INVALID", `Flag --${flag}: found "${text}"; expected a whole number.`);
  }
  return value;
}

const FIELD_NAME = /^[\w!#$%&'*+\-.^`|~]+$/;
/** What says how a message is read, and belongs to one connection. */
const OWN_HEADERS =
  /^(?:host|connection|keep-alive|proxy-connection|te|trailer|transfer-encoding|upgrade|expect|content-.*)$/;

/** A second length or coding beside the gateway's own would let a client end one request and begin another. */
function forwardable(name: string): string {
  const lower = name.toLowerCase();
  if (!FIELD_NAME.test(lower) || OWN_HEADERS.test(lower)) {
    throw new HubError(
      "CONFIGURATION_INVALID",
      `Flag --forward: found "${name}"; expected a header's name, and none that frames the message.`,
    );
  }
  return lower;
}

/** Reads the command line. Throws CONFIGURATION_INVALID for a missing file name, a number that is none, a header not to be forwarded. */
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
    forward: (values.forward ?? ["authorization"]).map(forwardable),
    plainLane: !values["no-plain-lane"],
  };
}
