import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { OwnerName, SubgraphName } from "@hub/schema";
import { HubError, OWNERS, SUBGRAPHS, readLibrary } from "@hub/schema";
import type { SubgraphTransport } from "@hub/gateway";
import type { HubCounts, HubServerOptions } from "@hub/gateway";
import { createDevelopmentToken, createHubServer, createLocalTransport } from "@hub/gateway";
import type { ReadStamp, Subgraph } from "@hub/kit";
import { databaseStamp, dayStamp } from "@hub/kit";
import type { Database, QueryCount } from "@hub/prisma";
import { countQueries, createTestDatabases, openDatabase } from "@hub/prisma";
import { subgraph as funding } from "@hub/funding";
import { subgraph as indicators } from "@hub/indicators";
import { subgraph as inspection } from "@hub/inspection";
import { subgraph as personnel } from "@hub/personnel";
import { subgraph as schools } from "@hub/schools";
import { pino } from "pino";
import { afterAll, inject } from "vitest";
import { realTemplate } from "./real-data.js";
import type { Seed } from "./seed.js";
import { createSeed } from "./seed.js";

/** The secret tests sign their tokens with. */
const TOKEN_SECRET = "a secret that only the tests of this hub know";

const EXPLORER = fileURLToPath(new URL("../../gateway/ide/dist", import.meta.url));

const subgraphs: Readonly<Record<SubgraphName, Subgraph<never>>> = {
  schools,
  personnel,
  funding,
  inspection,
  indicators,
};

/** An answer as it came over HTTP. */
export interface HubAnswer {
  readonly status: number;
  readonly headers: Headers;
  // Answers are as free as the queries that ask for them.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data: any;
  readonly errors: readonly {
    message: string;
    path?: readonly (string | number)[];
    extensions: Record<string, unknown>;
  }[];
}

export interface AskOptions {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A whole hub of its own: real PostgreSQL, five subgraphs in process, the gateway over HTTP. */
export interface TestHub extends AsyncDisposable {
  readonly url: string;
  readonly seed: Seed;
  readonly databases: Readonly<Record<OwnerName, Database>>;
  /** The data of an operation; throws, with the whole answer, on any error. */
  // oxlint-disable-next-line typescript/no-explicit-any
  query(document: string, variables?: object, options?: AskOptions): Promise<any>;
  /** The whole answer, errors and all. */
  ask(document: string, variables?: object, options?: AskOptions): Promise<HubAnswer>;
  /** What the gateway has done since it started. */
  counts(): HubCounts;
  /** Database queries since the last call of `resetCounts`, without those that ask whether the data has changed. */
  databaseQueries(owner: OwnerName): number;
  resetCounts(): void;
  /** A token with these roles, within an area when one is given. */
  token(claims: { readonly roles: readonly string[]; readonly area?: string }): Promise<string>;
  /** Makes a subgraph fail as if its process were gone; returns the way back. */
  takeDown(name: SubgraphName): () => void;
}

export interface StartOptions {
  /** `empty` for stories seeded by the test; `real` for the five counties. */
  readonly data?: "empty" | "real";
  /** Serve the explorer page and the question library too. */
  readonly page?: boolean;
  /** How the gateway differs from what it is by default, which here keeps no answers. */
  readonly gateway?: Partial<HubServerOptions>;
  /** Another PostgreSQL than the one all test files share, whose stamps others change. */
  readonly adminUrl?: string;
}

/** The hubs of this test file: starting one takes longer than most tests. */
const hubs = new Map<string, Promise<RunningHub>>();

afterAll(async () => {
  for (const hub of hubs.values()) await (await hub).close();
  hubs.clear();
});

/** Gives a hub for one test: `await using` leaves it empty for the next. */
export async function startHub(options: StartOptions = {}): Promise<TestHub> {
  const { data = "empty", page = false, gateway = {}, adminUrl = inject("adminUrl") } = options;
  const kind = JSON.stringify([data, page, gateway, adminUrl]);
  const running = hubs.get(kind) ?? launch({ data, page, gateway, adminUrl });
  hubs.set(kind, running);
  const hub = await running;
  hub.resetCounts();
  const clear = () => (data === "empty" ? emptyDatabases(hub.databases) : Promise.resolve());
  return { ...hub, [Symbol.asyncDispose]: clear };
}

interface RunningHub extends Omit<TestHub, typeof Symbol.asyncDispose> {
  close(): Promise<void>;
}

async function launch({ data, page, gateway, adminUrl }: Required<StartOptions>): Promise<RunningHub> {
  const { urls } = await createTestDatabases(adminUrl, data === "real" ? realTemplate : undefined);
  const databases = Object.fromEntries(
    OWNERS.map((owner) => [owner, openDatabase(owner, urls[owner], { maxConnections: 4 })]),
  ) as unknown as Record<OwnerName, Database>;
  const clock = openDatabase("schools", urls.schools, { maxConnections: 1 });
  const stamp = databaseStamp(clock.pool);
  const down = new Set<SubgraphName>();
  const transports = new Map<string, SubgraphTransport>();
  for (const { name, database } of SUBGRAPHS) {
    transports.set(name, await transportTo(name, databases, database ? stamp : dayStamp, down));
  }

  const server = await createHubServer({
    supergraphSdl: readFileSync(new URL("../../schema/supergraph.graphql", import.meta.url), "utf8"),
    transports,
    tokens: { secret: TOKEN_SECRET },
    cacheBytes: 0,
    ...gateway,
    ...(page ? { explorerFolder: EXPLORER, questions: JSON.stringify(await readLibrary()) } : {}),
  });
  const url = await server.listen({ host: "127.0.0.1", port: 0 });
  let counts = startCounts(databases);

  const ask = async (document: string, variables: object = {}, options: AskOptions = {}): Promise<HubAnswer> => {
    const headers = {
      "content-type": "application/json",
      ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
      ...options.headers,
    };
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers,
      body: JSON.stringify({ query: document, variables }),
    });
    const body = (await response.json()) as Pick<HubAnswer, "data" | "errors">;
    return { status: response.status, headers: response.headers, data: body.data, errors: body.errors ?? [] };
  };

  return {
    url,
    databases,
    seed: createSeed(databases),
    ask,
    async query(document, variables, options) {
      const answer = await ask(document, variables, options);
      if (answer.errors.length > 0) throw new Error(`The hub answered with errors: ${JSON.stringify(answer, null, 2)}`);
      return answer.data;
    },
    counts: () => server.counts(),
    databaseQueries: (owner) => counts[owner].count,
    resetCounts: () => {
      for (const owner of OWNERS) counts[owner].stop();
      counts = startCounts(databases);
    },
    token: ({ roles, area }) =>
      createDevelopmentToken({ secret: TOKEN_SECRET, roles, ...(area === undefined ? {} : { area }) }),
    takeDown: (name) => {
      down.add(name);
      return () => void down.delete(name);
    },
    async close() {
      await server.close();
      await Promise.all([clock, ...OWNERS.map((owner) => databases[owner])].map((database) => database.close()));
    },
  };
}

/** Deletes every record, as an owner's system would: the change log goes on. */
async function emptyDatabases(databases: Readonly<Record<OwnerName, Database>>): Promise<void> {
  const EMPTY = `do $$ declare name text; begin
    for name in select tablename from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations' loop
      execute format('delete from %I', name);
    end loop;
  end $$`;
  await Promise.all(OWNERS.map((owner) => databases[owner].pool.query(EMPTY)));
}

function startCounts(databases: Readonly<Record<OwnerName, Database>>): Record<OwnerName, QueryCount> {
  return Object.fromEntries(OWNERS.map((owner) => [owner, countQueries(databases[owner].pool)])) as Record<
    OwnerName,
    QueryCount
  >;
}

async function transportTo(
  name: SubgraphName,
  databases: Readonly<Record<OwnerName, Database>>,
  stamp: ReadStamp,
  down: ReadonlySet<SubgraphName>,
): Promise<SubgraphTransport> {
  const database = (name === "indicators" ? null : databases[name]) as never;
  const transport = await createLocalTransport(subgraphs[name], { database, stamp, log: pino({ level: "silent" }) });
  return {
    ...transport,
    execute: (request, call) => {
      if (down.has(name)) {
        return Promise.reject(new HubError("SUBGRAPH_UNAVAILABLE", "Found no answer.", { subgraph: name }));
      }
      return transport.execute(request, call);
    },
  };
}
