import { HubError, PUBLIC_VIEWER, REQUEST_ID_HEADER, DEADLINE_HEADER, VIEWER_HEADER, verifyViewer } from "@hub/schema";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { createHttpTransport, type HttpTransportOptions } from "./http-transport.js";
import type { SubgraphCall, SubgraphRequest, SubgraphTransport } from "./transport.js";

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const open: { server: Server; transport: SubgraphTransport }[] = [];

afterEach(async () => {
  for (const { server, transport } of open.splice(0)) {
    await transport.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listen(handler: Handler, port = 0): Promise<Server> {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => handler(request, response, body));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return server;
}

async function start(handler: Handler, options: Partial<HttpTransportOptions> = {}) {
  const server = await listen(handler);
  const { port } = server.address() as AddressInfo;
  const transport = createHttpTransport({ subgraph: "funding", url: `http://127.0.0.1:${port}/graphql`, ...options });
  open.push({ server, transport });
  return { server, transport, port };
}

function call(changes: Partial<SubgraphCall> = {}): SubgraphCall {
  return {
    viewer: PUBLIC_VIEWER,
    requestId: "r-1",
    deadline: Date.now() + 5_000,
    signal: new AbortController().signal,
    ...changes,
  };
}

const query: SubgraphRequest = { query: "{ budget }", variables: { year: 2026 }, kind: "query" };
const mutation: SubgraphRequest = { query: "mutation { pay }", kind: "mutation" };

async function faultOf(work: Promise<unknown>): Promise<HubError> {
  const fault: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(fault).toBeInstanceOf(HubError);
  expect((fault as HubError).message).toContain('"funding"');
  expect((fault as HubError).message).not.toMatch(/127\.0\.0\.1|http:/);
  return fault as HubError;
}

test("sends the query, who asks, the request's id and what is left of its time", async () => {
  const seen: { headers: IncomingMessage["headers"]; body: string }[] = [];
  const { transport } = await start(
    (request, response, body) => {
      seen.push({ headers: request.headers, body });
      response.end('{"data":{"budget":1}}');
    },
    { viewerSecret: "s".repeat(32) },
  );
  const result = await transport.execute(
    { ...query, operationName: "Q" },
    call({ headers: { authorization: "Bearer x" } }),
  );
  expect(result.data).toEqual({ budget: 1 });
  const [{ headers, body }] = seen as [(typeof seen)[0]];
  expect(JSON.parse(body)).toEqual({ query: "{ budget }", operationName: "Q", variables: { year: 2026 } });
  expect(headers[REQUEST_ID_HEADER]).toBe("r-1");
  expect(headers["authorization"]).toBe("Bearer x");
  expect(Number(headers[DEADLINE_HEADER])).toBeLessThanOrEqual(5_000);
  expect(verifyViewer(headers[VIEWER_HEADER] as string, "funding", "s".repeat(32))).toEqual(PUBLIC_VIEWER);
});

test("passes on GraphQL errors, whatever the status", async () => {
  const { transport } = await start((_, response) => response.writeHead(400).end('{"errors":[{"message":"no"}]}'));
  expect((await transport.execute(query, call())).errors).toEqual([{ message: "no" }]);
});

test("passes over a byte order mark", async () => {
  const { transport } = await start((_, response) => response.end('\ufeff{"data":{"budget":1}}'));
  expect((await transport.execute(query, call())).data).toEqual({ budget: 1 });
});

test.each([
  ["no JSON", "<html>"],
  ["a list", "[]"],
  ["neither data nor errors", '{"ok":true}'],
  ["data of another shape", '{"data":[1]}'],
  ["errors of another shape", '{"data":null,"errors":{}}'],
])("refuses %s", async (_, body) => {
  const { transport } = await start((_request, response) => response.end(body));
  expect((await faultOf(transport.execute(query, call()))).code).toBe("SUBGRAPH_INVALID_RESPONSE");
});

test("a slow answer costs no more than the deadline", async () => {
  const { transport } = await start(() => undefined);
  const started = Date.now();
  const fault = await faultOf(transport.execute(query, call({ deadline: Date.now() + 150 })));
  expect(fault.code).toBe("SUBGRAPH_TIMEOUT");
  expect(Date.now() - started).toBeLessThan(1_000);
});

test("an answer that never ends is bounded in time too", async () => {
  const { transport } = await start((_, response) => void response.write('{"data":'));
  expect((await faultOf(transport.execute(query, call({ deadline: Date.now() + 150 })))).code).toBe("SUBGRAPH_TIMEOUT");
});

test("an answer is bounded in bytes, before and after decompression", async () => {
  const long = JSON.stringify({ data: { text: "a".repeat(200_000) } });
  const plain = await start((_, response) => response.end(long), { maxResponseBytes: 100_000 });
  expect((await faultOf(plain.transport.execute(query, call()))).code).toBe("SUBGRAPH_INVALID_RESPONSE");
  const bomb = await start(
    (_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(long)),
    {
      maxResponseBytes: 100_000,
    },
  );
  expect((await faultOf(bomb.transport.execute(query, call()))).code).toBe("SUBGRAPH_INVALID_RESPONSE");
  const small = await start((_, response) =>
    response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(long)),
  );
  expect((await small.transport.execute(query, call())).data?.["text"]).toHaveLength(200_000);
});

test("a client that leaves cancels the request", async () => {
  let closed = false;
  const { transport } = await start((request) => void request.on("close", () => (closed = true)));
  const left = new AbortController();
  setTimeout(() => left.abort(), 50);
  expect((await faultOf(transport.execute(query, call({ signal: left.signal })))).code).toBe("SUBGRAPH_UNAVAILABLE");
  await sleep(100);
  expect(closed).toBe(true);
  expect((await faultOf(transport.execute(query, call({ signal: AbortSignal.abort() })))).code).toBe(
    "SUBGRAPH_UNAVAILABLE",
  );
});

test("a restart costs no query, and a mutation that had left is not sent again", async () => {
  let mutations = 0;
  const { transport, server, port } = await start((request, response, body) => {
    mutations += body.includes("mutation") ? 1 : 0;
    request.socket.destroy();
    response.destroy();
  });
  expect((await faultOf(transport.execute(mutation, call()))).code).toBe("SUBGRAPH_UNAVAILABLE");
  expect(mutations).toBe(1);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  const waiting = Promise.all([transport.execute(query, call()), transport.execute(query, call())]);
  await sleep(300);
  const again = await listen((_, response) => response.end('{"data":{"budget":2}}'), port);
  open.push({ server: again, transport });
  expect((await waiting).map((result) => result.data)).toEqual([{ budget: 2 }, { budget: 2 }]);
});

test("a subgraph that stays dead fails at once, until a probe finds it alive", async () => {
  const breaker = { openAfterMs: 100, failures: 2, probeEveryMs: 200 };
  const { transport, server, port } = await start((_, response) => response.end('{"data":{}}'), {
    breaker,
    retryForMs: 20_000,
  });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  expect((await faultOf(transport.execute(query, call()))).code).toBe("SUBGRAPH_UNAVAILABLE");
  const started = Date.now();
  await faultOf(transport.execute(query, call()));
  expect(Date.now() - started).toBeLessThan(5_000);
  const again = await listen((_, response) => response.end('{"data":{"budget":3}}'), port);
  open.push({ server: again, transport });
  await sleep(250);
  expect((await transport.execute(query, call())).data).toEqual({ budget: 3 });
  expect(await transport.ready()).toBe(true);
});

test("a header that would end its line is not sent, and says nothing about the subgraph", async () => {
  let requests = 0;
  const { transport } = await start(
    (_, response) => {
      requests += 1;
      response.end('{"data":{"budget":1}}');
    },
    { breaker: { openAfterMs: 0, failures: 1 } },
  );
  for (const change of [{ requestId: "r\r\nx-admin: 1" }, { headers: { authorization: "a\nb" } }]) {
    expect((await faultOf(transport.execute(query, call(change)))).code).toBe("SUBGRAPH_UNAVAILABLE");
  }
  expect((await transport.execute(query, call())).data).toEqual({ budget: 1 });
  expect(requests).toBe(1);
});

test("says whether the subgraph would answer", async () => {
  const { transport, server } = await start((_, response) => response.end('{"data":{}}'));
  expect(await transport.ready()).toBe(true);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  expect(await transport.ready()).toBe(false);
});
