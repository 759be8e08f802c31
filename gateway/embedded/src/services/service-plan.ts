import { serviceVariables } from "@hub/kit";
import { OWNERS, readEnvironment, type OwnerName } from "@hub/schema";
import { join } from "node:path";
import { checkout, inherited, type EmbeddedEnvironment } from "../environment.js";
import type { ServiceOptions } from "./service-process.js";

/** Facts the services of one hub share. */
export interface ServiceFacts {
  readonly urls: Readonly<Record<OwnerName, string>>;
  readonly viewerSecret: string;
  readonly tokenSecret: string | null;
}

const HOST = "127.0.0.1";

/** Where each owner's subgraph listens: `SCHOOLS_PORT` and its siblings. Throws CONFIGURATION_INVALID for no port. */
export function subgraphPorts(): { readonly name: OwnerName; readonly port: number }[] {
  return OWNERS.map((name) => {
    const { port } = serviceVariables(name);
    return { name, ...readEnvironment({ port }, inherited) };
  });
}

function secretVariables({ viewerSecret, tokenSecret }: ServiceFacts): Record<string, string> {
  return { VIEWER_SECRET: viewerSecret, ...(tokenSecret === null ? {} : { TOKEN_SECRET: tokenSecret }) };
}

/** The variables that carry the facts, as the services' own environments name them. */
export function factVariables(facts: ServiceFacts): Record<string, string> {
  const databases = Object.entries(facts.urls).map(([owner, url]) => [`DATABASE_URL_${owner.toUpperCase()}`, url]);
  return { ...secretVariables(facts), ...Object.fromEntries(databases) };
}

/** The owners' subgraphs as services. Each is told its own database alone. Indicators are computed in the gateway. */
export function subgraphServices({ urls, viewerSecret }: ServiceFacts): ServiceOptions[] {
  return subgraphPorts().map(({ name, port }) => ({
    name,
    program: join(checkout, "subgraphs", name, "dist", "main.js"),
    url: `http://${HOST}:${port}`,
    environment: {
      HUB_HOST: HOST,
      [`${name.toUpperCase()}_PORT`]: String(port),
      VIEWER_SECRET: viewerSecret,
      [`DATABASE_URL_${name.toUpperCase()}`]: urls[name],
    },
  }));
}

/** The gateway as a service in front of them. */
export function gatewayService(facts: ServiceFacts, { host, port }: EmbeddedEnvironment): ServiceOptions {
  const addresses = subgraphPorts().map(({ name, port: own }) => [
    `SUBGRAPH_URL_${name.toUpperCase()}`,
    `http://${HOST}:${own}/graphql`,
  ]);
  return {
    name: "gateway",
    program: join(checkout, "gateway", "dist", "main.js"),
    url: `http://${host}:${port}`,
    environment: { ...secretVariables(facts), ...Object.fromEntries(addresses), HOST: host, PORT: String(port) },
  };
}
