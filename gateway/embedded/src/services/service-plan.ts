import { SUBGRAPHS, type OwnerName } from "@hub/schema";
import { join } from "node:path";
import { checkout, type EmbeddedEnvironment } from "../environment.js";
import type { ServiceOptions } from "./service-process.js";

/** Facts the services of one hub share. */
export interface ServiceFacts {
  readonly urls: Readonly<Record<OwnerName, string>>;
  readonly viewerSecret: string;
  readonly tokenSecret: string | null;
}

/** The variables that carry the facts, as the services' own environments name them. */
export function factVariables({ urls, viewerSecret, tokenSecret }: ServiceFacts): Record<string, string> {
  const databases = Object.entries(urls).map(([owner, url]) => [`DATABASE_URL_${owner.toUpperCase()}`, url]);
  return {
    ...Object.fromEntries(databases),
    VIEWER_SECRET: viewerSecret,
    ...(tokenSecret === null ? {} : { TOKEN_SECRET: tokenSecret }),
  };
}

/** The five subgraphs as services. Each is told its own database alone. */
export function subgraphServices({ urls, viewerSecret }: ServiceFacts): ServiceOptions[] {
  return SUBGRAPHS.map(({ name, port, database }) => ({
    name,
    program: join(checkout, "subgraphs", name, "dist", "main.js"),
    url: `http://127.0.0.1:${port}`,
    environment: {
      HOST: "127.0.0.1",
      PORT: String(port),
      VIEWER_SECRET: viewerSecret,
      ...(database ? { [`DATABASE_URL_${name.toUpperCase()}`]: urls[name] } : {}),
    },
  }));
}

/** The gateway as a service in front of them. */
export function gatewayService(
  { viewerSecret, tokenSecret }: ServiceFacts,
  { host, port }: EmbeddedEnvironment,
): ServiceOptions {
  return {
    name: "gateway",
    program: join(checkout, "gateway", "dist", "main.js"),
    url: `http://${host}:${port}`,
    environment: {
      HOST: host,
      PORT: String(port),
      VIEWER_SECRET: viewerSecret,
      ...(tokenSecret === null ? {} : { TOKEN_SECRET: tokenSecret }),
    },
  };
}
