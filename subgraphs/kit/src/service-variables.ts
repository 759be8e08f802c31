import type { Environment, OwnerName, SubgraphName } from "@hub/schema";
import { SUBGRAPHS, address, oneOf, secret, textValue, wholeNumber } from "@hub/schema";

/** What a subgraph that runs as a process of its own can be told. */
export function serviceVariables(name: SubgraphName) {
  return {
    port: wholeNumber(`${name.toUpperCase()}_PORT`, {
      about: `Port of the ${name} subgraph.`,
      fallback: SUBGRAPHS.find((entry) => entry.name === name)?.port ?? 0,
      min: 0,
      max: 65_535,
    }),
    host: textValue("HUB_HOST", {
      about: "Address the subgraphs listen on; loopback unless set.",
      fallback: "127.0.0.1",
      expected: "an address or host name",
      pattern: /^[\w.:-]+$/,
    }),
    viewerSecret: secret("VIEWER_SECRET", {
      about: "Key with which the gateway signs the viewer for the subgraphs.",
      minLength: 32,
    }),
    bodyBytes: wholeNumber("SUBGRAPH_BODY_LIMIT_BYTES", {
      about: "Bytes of a request body of the gateway at most.",
      fallback: 67_108_864,
      min: 1_024,
      max: 1_073_741_824,
    }),
    drainTimeoutMs: wholeNumber("DRAIN_TIMEOUT_MS", {
      about: "Milliseconds a stopping process waits for running operations.",
      fallback: 10_000,
      min: 0,
      max: 600_000,
    }),
    logLevel: oneOf("LOG_LEVEL", ["debug", "info", "warn", "error", "silent"], {
      about: "Least level that is logged.",
      fallback: "info",
    }),
  } as const;
}

/** The same for a subgraph that owns a database. */
export function ownerVariables(name: OwnerName) {
  return {
    ...serviceVariables(name),
    databaseUrl: address(`DATABASE_URL_${name.toUpperCase()}`, ["postgresql", "postgres"], {
      about: `Database of the ${name} subgraph.`,
    }),
  } as const;
}

/** What reading `serviceVariables` gives. */
export type ServiceEnvironment = Environment<ReturnType<typeof serviceVariables>>;

/** What reading `ownerVariables` gives. */
export type OwnerEnvironment = Environment<ReturnType<typeof ownerVariables>>;
