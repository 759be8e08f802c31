import { readFileSync } from "node:fs";
import { createDevelopmentToken, createHubServer, createInProcessTransport } from "@hub/gateway";
import type { SubgraphTransport } from "@hub/gateway";
import { subgraph as funding } from "@hub/funding";
import { subgraph as indicators } from "@hub/indicators";
import { subgraph as inspection } from "@hub/inspection";
import type { Subgraph } from "@hub/kit";
import { dayStamp } from "@hub/kit";
import { subgraph as personnel } from "@hub/personnel";
import { createTestDatabases, openDatabase, type Database } from "@hub/prisma";
import { OWNERS, readQuestions, SUBGRAPHS, type SubgraphName, type Viewer } from "@hub/schema";
import { subgraph as schools } from "@hub/schools";
import type { GraphQLSchema } from "graphql";
import { failingReads } from "./failing-reads.js";
import { realTemplate } from "../../kit/real-data.js";

const SECRET = "a secret that only this comparison knows";

const subgraphs: Readonly<Record<SubgraphName, Subgraph<never>>> = {
  schools,
  personnel,
  funding,
  inspection,
  indicators,
};

/** The hub's subgraphs over the five counties' records. */
export interface HubSubgraphs {
  readonly schemas: Readonly<Record<SubgraphName, GraphQLSchema>>;
  /** Stores and loaders of one request; statements of these names fail. */
  contextOf(name: SubgraphName, viewer?: Partial<Viewer>, failing?: RegExp): object;
  /** What the gateway asks the subgraphs to answer the questions of the library. */
  readonly planned: readonly PlannedQuery[];
  close(): Promise<void>;
}

export interface PlannedQuery {
  readonly subgraph: SubgraphName;
  readonly question: number;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export async function startSubgraphs(adminUrl: string): Promise<HubSubgraphs> {
  const { urls } = await createTestDatabases(adminUrl, realTemplate);
  const databases = new Map<string, Database>();
  for (const owner of OWNERS) databases.set(owner, openDatabase(owner, urls[owner], { maxConnections: 2 }));
  const schemas: Record<string, GraphQLSchema> = {};
  for (const { name } of SUBGRAPHS) schemas[name] = (await subgraphs[name].build()).schema;

  const contextOf = (name: SubgraphName, viewer: Partial<Viewer> = {}, failing?: RegExp): object => {
    const whole = { roles: ["admin"], area: null, subject: "comparison", ...viewer } as Viewer;
    const database = databases.get(name) ?? null;
    const given = database && failing ? { pool: failingReads(database.pool, failing) } : database;
    return subgraphs[name].createContext({ viewer: whole, requestId: "comparison" }, given as never);
  };
  const known = schemas as Record<SubgraphName, GraphQLSchema>;
  return {
    schemas: known,
    contextOf,
    planned: await plannedQueries(known, contextOf),
    async close() {
      for (const database of databases.values()) await database.close();
    },
  };
}

async function plannedQueries(
  schemas: Readonly<Record<SubgraphName, GraphQLSchema>>,
  contextOf: HubSubgraphs["contextOf"],
): Promise<readonly PlannedQuery[]> {
  const planned: PlannedQuery[] = [];
  let question = 0;
  const transports = new Map<string, SubgraphTransport>();
  for (const { name } of SUBGRAPHS) {
    const transport = createInProcessTransport({
      subgraph: name,
      schema: schemas[name],
      contextFor: () => contextOf(name),
    });
    transports.set(name, {
      ...transport,
      stamp: dayStamp,
      execute(request, call) {
        planned.push({ subgraph: name, question, query: request.query, variables: request.variables ?? {} });
        return transport.execute(request, call);
      },
    });
  }
  const server = await createHubServer({
    supergraphSdl: readFileSync(new URL("../../../schema/supergraph.graphql", import.meta.url), "utf8"),
    transports,
    tokens: { secret: SECRET },
    cacheBytes: 0,
  });
  try {
    const url = await server.listen({ host: "127.0.0.1", port: 0 });
    const token = await createDevelopmentToken({ secret: SECRET, roles: ["admin"] });
    for (const { number, document, variables } of await readQuestions()) {
      question = number;
      const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
      const body = JSON.stringify({ query: document, variables });
      await (await fetch(`${url}/graphql`, { method: "POST", headers, body })).text();
    }
  } finally {
    await server.close();
  }
  return planned;
}
