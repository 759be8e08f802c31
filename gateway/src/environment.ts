import {
  address,
  flag,
  oneOf,
  readEnvironment,
  secret,
  SUBGRAPHS,
  textValue,
  wholeNumber,
  withRuntimeFile,
  type EnvironmentSource,
  type OwnerName,
  type Variable,
} from "@hub/schema";
import { DEFAULT_ENGINE, ENGINES } from "./engine-name.js";
import { DEFAULT_CACHE_BYTES } from "./cache/default-cache-bytes.js";
import { DEFAULT_ADMISSION } from "./limits/admission.js";
import { DEFAULT_LIMITS } from "./limits/limits.js";

/** What every process with a gateway in it can be told: embedded or alone. */
export const gatewayVariables = {
  port: wholeNumber("PORT", { about: "Port of the gateway.", fallback: 4000, min: 0, max: 65_535 }),
  host: textValue("HOST", {
    about: "Address the gateway listens on; loopback unless set.",
    fallback: "127.0.0.1",
    expected: "an address or host name",
    pattern: /^[\w.:-]+$/,
  }),
  engine: oneOf("HUB_ENGINE", ENGINES, {
    about: "What executes operations: apollo, the stock executor, or hub, the hub's own.",
    fallback: DEFAULT_ENGINE,
  }),
  logLevel: oneOf("LOG_LEVEL", ["debug", "info", "warn", "error", "silent"], {
    about: "Least level that is logged.",
    fallback: "info",
  }),
  introspection: flag("INTROSPECTION", { about: "Whether clients may read the schema.", fallback: true }),
  requestTimeoutMs: wholeNumber("REQUEST_TIMEOUT_MS", {
    about: "Milliseconds an operation may take.",
    fallback: 30_000,
    min: 1,
    max: 600_000,
  }),
  drainTimeoutMs: wholeNumber("DRAIN_TIMEOUT_MS", {
    about: "Milliseconds a stopping process waits for running operations.",
    fallback: 10_000,
    min: 0,
    max: 600_000,
  }),
  cacheBytes: wholeNumber("CACHE_BYTES", {
    about: "Bytes of answers kept in memory at most, shared out among the workers of npm start; 0 keeps none.",
    fallback: DEFAULT_CACHE_BYTES,
    min: 0,
    max: 17_179_869_184,
  }),
  runningOperations: wholeNumber("MAX_RUNNING", {
    about: "Operations a process runs at a time.",
    fallback: DEFAULT_ADMISSION.running,
    min: 1,
    max: 100_000,
  }),
  waitingOperations: wholeNumber("MAX_WAITING", {
    about: "Operations that may wait in a process for one to end; more are refused with 503.",
    fallback: DEFAULT_ADMISSION.waiting,
    min: 0,
    max: 100_000,
  }),
  bodyBytes: wholeNumber("BODY_LIMIT_BYTES", {
    about: "Bytes of a request body at most.",
    fallback: DEFAULT_LIMITS.bodyBytes,
    min: 1_024,
    max: 104_857_600,
  }),
  depth: wholeNumber("DEPTH_LIMIT", {
    about: "Levels of nested fields at most.",
    fallback: DEFAULT_LIMITS.depth,
    min: 1,
    max: 1_000,
  }),
  aliases: wholeNumber("ALIAS_LIMIT", {
    about: "Aliases of an operation at most, fragments counted at each use.",
    fallback: DEFAULT_LIMITS.aliases,
    min: 0,
    max: 100_000,
  }),
  pageSize: wholeNumber("PAGE_LIMIT", {
    about: "Rows of a page at most.",
    fallback: DEFAULT_LIMITS.pageSize,
    min: 1,
    max: 100_000,
  }),
  listLength: wholeNumber("LIST_LIMIT", {
    about: "Values of a list argument at most.",
    fallback: DEFAULT_LIMITS.listLength,
    min: 1,
    max: 100_000,
  }),
  tokenSecret: secret("TOKEN_SECRET", {
    about: "Key of bearer tokens signed with HS256.",
    fallback: null,
    minLength: 32,
  }),
  tokenPublicKey: textValue("TOKEN_PUBLIC_KEY", {
    about: "Public key of bearer tokens, PEM.",
    fallback: null,
    expected: "a PEM text beginning with -----BEGIN PUBLIC KEY-----",
    pattern: /^-----BEGIN PUBLIC KEY-----/,
  }),
  tokenJwksUrl: address("TOKEN_JWKS_URL", ["https", "http"], {
    about: "Address of the key set of bearer tokens.",
    fallback: null,
  }),
  tokenIssuer: textValue("TOKEN_ISSUER", {
    about: "Issuer a bearer token must name.",
    fallback: null,
    expected: "a text",
  }),
  tokenAudience: textValue("TOKEN_AUDIENCE", {
    about: "Audience a bearer token must name.",
    fallback: null,
    expected: "a text",
  }),
} as const;

type UrlKey = `${OwnerName}Url`;

/** Addresses of the subgraphs and the secret between gateway and subgraphs: for a gateway in front of services. */
export const serviceVariables = {
  viewerSecret: secret("VIEWER_SECRET", {
    about: "Key with which the gateway signs the viewer for the subgraphs.",
    minLength: 32,
  }),
  ...(Object.fromEntries(
    SUBGRAPHS.filter(({ name }) => name !== "indicators").map(({ name, port }) => [
      `${name}Url`,
      address(`SUBGRAPH_URL_${name.toUpperCase()}`, ["http", "https"], {
        about: `Where the ${name} subgraph answers.`,
        fallback: `http://127.0.0.1:${port}/graphql`,
      }),
    ]),
  ) as Record<UrlKey, Variable<string>>),
  indicatorsUrl: address("SUBGRAPH_URL_INDICATORS", ["http", "https"], {
    about: "Where the indicators subgraph answers; not set: the gateway computes indicators itself.",
    fallback: null,
  }),
} as const;

/** Variables of the gateway as a process of its own. */
export const gatewayServiceVariables = { ...gatewayVariables, ...serviceVariables };

/** Reads them; throws CONFIGURATION_INVALID naming every problem. */
export function readGatewayEnvironment(source: EnvironmentSource = process.env) {
  return readEnvironment(gatewayServiceVariables, withRuntimeFile(source));
}
