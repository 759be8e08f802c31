import { readFile } from "node:fs/promises";
import { HubError } from "@hub/schema";
import { Engine } from "../engine/index.js";
import { createHttpTransport } from "../transport/http-transport.js";
import type { SubgraphTransport } from "../transport/transport.js";
import type { Answer } from "./answer-request.js";
import { DocumentCache } from "./document-cache.js";
import { KnownRequests } from "./known-requests.js";
import { RunningQueries } from "./running-queries.js";
import type { StandaloneOptions } from "./standalone-options.js";
import { loadSupergraph } from "../engine/engine-schema.js";

/** A supergraph that can be asked. */
export interface LoadedGraph {
  readonly engine: Engine;
  readonly requests: KnownRequests;
  readonly running: RunningQueries<Answer>;
  readonly transports: ReadonlyMap<string, SubgraphTransport>;
  close(): Promise<void>;
}

function addressOf(subgraph: string, url: string): string {
  const protocol = URL.canParse(url) ? new URL(url).protocol : "";
  if (protocol === "http:" || protocol === "https:") return url;
  const found = url === "" ? "nothing" : JSON.stringify(url);
  throw new HubError(
    "CONFIGURATION_INVALID",
    `Address of subgraph "${subgraph}" in the supergraph file: found ${found}; expected an http or https address.`,
  );
}

/** Reads a supergraph file and prepares the ways to its subgraphs, at the addresses the file gives. Throws CONFIGURATION_INVALID. */
export async function loadGraph({ supergraphFile, limits }: StandaloneOptions): Promise<LoadedGraph> {
  const supergraphSdl = await readFile(supergraphFile, "utf8");
  const { subgraphs } = loadSupergraph(supergraphSdl);
  const transports = new Map(
    subgraphs.map(({ name, url }) => [name, createHttpTransport({ subgraph: name, url: addressOf(name, url) })]),
  );
  const engine = new Engine({ supergraphSdl, transports });
  return {
    engine,
    transports,
    running: new RunningQueries(),
    requests: new KnownRequests(new DocumentCache(engine.schema.apiSchema, limits.tokens), limits),
    async close() {
      await Promise.all([...transports.values()].map((transport) => transport.close()));
    },
  };
}
