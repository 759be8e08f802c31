import { createHttpTransport, readGatewayEnvironment, serviceTransports, type SubgraphTransport } from "@hub/gateway";
import { serveSubgraph, databaseStamp, dayStamp } from "@hub/kit";
import { subgraph as indicators } from "@hub/indicators";
import { subgraph as schools } from "@hub/schools";
import { HubError, PUBLIC_VIEWER, signViewer, VIEWER_HEADER } from "@hub/schema";
import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { expect, it, vi } from "vitest";
import { startHub } from "../kit/hub.js";
import { freePort } from "../lifecycle/hub-process.js";

const SECRET = "a secret that only this test and its subgraph know";
const COUNTY = "220622";
const TOWNSHIPS = `{ county(code: "${COUNTY}") { townships { name profile(year: 2020) { students } } } }`;

it("says over HTTP how its data stands, to the gateway alone", async () => {
  await using hub = await startHub();
  const { schools: database } = hub.databases;
  const port = await freePort();
  const served = await serveSubgraph(schools, {
    database,
    host: "127.0.0.1",
    port,
    viewerSecret: SECRET,
    bodyLimitBytes: 1_048_576,
    log: pino({ level: "silent" }),
    ready: () => Promise.resolve(true),
    stamp: databaseStamp(database.pool),
  });
  const url = `http://127.0.0.1:${port}`;
  const transport = createHttpTransport({ subgraph: "schools", url: `${url}/graphql`, viewerSecret: SECRET });
  try {
    // On a busy machine the first connection may take longer than a stamp is waited for.
    const before = await vi.waitFor(() => transport.stamp?.(), { timeout: 20_000 });
    await hub.seed.county(COUNTY);
    const after = await vi.waitFor(() => transport.stamp?.(), { timeout: 20_000 });
    expect(before).toMatch(/^\d+:\d+:/);
    expect(after).toMatch(/^\d+:\d+:/);
    expect(after).not.toBe(before);

    const foreign = signViewer(PUBLIC_VIEWER, "schools", `${SECRET}, but another`);
    expect((await fetch(`${url}/stamp`)).status).toBe(401);
    expect((await fetch(`${url}/stamp`, { headers: { [VIEWER_HEADER]: foreign } })).status).toBe(401);
  } finally {
    await transport.close();
    await served.close();
  }
  await expect(transport.stamp?.()).rejects.toThrow();
});

it("has no stamp for a gateway that does not sign", () => {
  const transport = createHttpTransport({ subgraph: "schools", url: "http://127.0.0.1:1/graphql" });
  expect(transport.stamp).toBeUndefined();
  return transport.close();
});

it("computes indicators in the gateway, or asks the service that is named for it", async () => {
  const port = await freePort();
  const log = pino({ level: "silent" });
  const served = await serveSubgraph(indicators, {
    database: null,
    host: "127.0.0.1",
    port,
    viewerSecret: SECRET,
    bodyLimitBytes: 1_048_576,
    log,
    ready: () => Promise.resolve(true),
    stamp: dayStamp,
  });
  const environment = { VIEWER_SECRET: SECRET };
  const named = { ...environment, SUBGRAPH_URL_INDICATORS: `http://127.0.0.1:${port}/graphql` };
  const inGateway = await serviceTransports(readGatewayEnvironment(environment), log);
  const asService = await serviceTransports(readGatewayEnvironment(named), log);
  const definition = async (ways: ReadonlyMap<string, SubgraphTransport>) =>
    ways.get("indicators")?.execute(
      { query: "{ indicatorDefinitions(stage: PRIMARY) { __typename } }", kind: "query" },
      {
        viewer: PUBLIC_VIEWER,
        requestId: "1",
        deadline: Date.now() + 20_000,
        signal: new AbortController().signal,
      },
    );
  try {
    const definitions = expect.arrayContaining([{ __typename: "IndicatorDefinition" }]);
    const known = { data: { indicatorDefinitions: definitions } };
    expect(await definition(inGateway)).toMatchObject(known);
    expect(await definition(asService)).toMatchObject(known);
    expect(await inGateway.get("indicators")?.stamp?.()).toBe(await asService.get("indicators")?.stamp?.());
    expect([...inGateway.keys()]).toEqual([...asService.keys()]);
    await served.close();
    expect(await definition(inGateway)).toMatchObject(known);
    await expect(definition(asService)).rejects.toMatchObject({ code: "SUBGRAPH_UNAVAILABLE" });
  } finally {
    await served.close();
    for (const way of [...inGateway.values(), ...asService.values()]) await way.close();
  }
});

it("sends no more queries for a client that has left", async () => {
  await using hub = await startHub({ gateway: { engine: "hub" } });
  await hub.seed.county(COUNTY);
  await hub.seed.township("220622100");
  await hub.query(TOWNSHIPS);
  hub.resetCounts();
  await hub.query(TOWNSHIPS);
  expect(hub.databaseQueries("schools")).toBeGreaterThan(1);

  const { pool } = hub.databases.schools;
  const holder = await pool.connect();
  await holder.query("begin");
  await holder.query("lock table division in access exclusive mode");
  hub.resetCounts();
  const leaving = new AbortController();
  const asked = fetch(`${hub.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: TOWNSHIPS }),
    signal: leaving.signal,
  }).catch((error: unknown) => error);
  await expect.poll(() => hub.databaseQueries("schools")).toBe(1);
  leaving.abort();
  expect(await asked).not.toBeInstanceOf(HubError);
  await expect.poll(() => hub.counts().running).toBe(0);
  await holder.query("rollback");
  holder.release();
  await sleep(300);
  // The first query of the request, and the rollback.
  expect(hub.databaseQueries("schools")).toBe(2);
});
