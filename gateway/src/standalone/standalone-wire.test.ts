import { composeServices } from "@theguild/federation-composition";
import { parse } from "graphql";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { connectRaw, post, type RawClient } from "@hub/plain-lane/testing";
import { ok, startRawServer, type Peer, type RawServer } from "../transport/http1/testing/raw-server.js";
import { readOptions } from "./standalone-options.js";
import { startStandalone, type StandaloneGateway } from "./standalone-server.js";

/** One request of the gateway to the subgraph. */
interface Call {
  readonly peer: Peer;
  readonly text: string;
  /** Position on its connection, from 0. */
  readonly place: number;
}

let calls: Call[];
let answer: (call: Call) => string | undefined;
let wake: () => void;
let subgraph: RawServer;
let gateway: StandaloneGateway;
let clients: RawClient[];

const QUERY = '{"query":"{ hello }"}';
const MUTATION = '{"query":"mutation { pay }"}';
const hello = (text: string): string => ok(`{"data":{"hello":${JSON.stringify(text)}}}`);
const header = (text: string, name: string): string => new RegExp(`^${name}: (.*)$`, "m").exec(text)?.[1]?.trim() ?? "";

const folder = mkdtempSync(join(tmpdir(), "hub-wire-"));
afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(async () => {
  calls = [];
  clients = [];
  wake = () => undefined;
  answer = () => hello("1");
  subgraph = await startRawServer(async (peer) => {
    for (let place = 0; ; place++) {
      const call = { peer, place, text: await peer.request() };
      calls.push(call);
      wake();
      const text = answer(call);
      if (text !== undefined) peer.write(text);
    }
  });
  gateway = await startGateway();
});

async function startGateway(...more: readonly string[]): Promise<StandaloneGateway> {
  const url = `http://127.0.0.1:${subgraph.port}/graphql`;
  const typeDefs = parse("type Query { hello: String } type Mutation { pay: String }");
  const { supergraphSdl = "" } = composeServices([{ name: "hello", typeDefs, url }]);
  const file = join(folder, "supergraph.graphql");
  writeFileSync(file, supergraphSdl);
  const flags = ["--supergraph", file, "--port", "0", "--forward", "x-user", "--forward", "authorization"];
  return startStandalone(readOptions([...flags, ...more]), () => undefined);
}

afterEach(async () => {
  for (const { socket } of clients) socket.destroy();
  await gateway.stop();
  await subgraph.close();
});

function connect(): RawClient {
  const client = connectRaw(gateway.port);
  clients.push(client);
  return client;
}

async function nthCall(place: number): Promise<Call> {
  while (calls.length <= place) await new Promise<void>((resolve) => (wake = resolve));
  return calls[place] as Call;
}

async function ask(client: RawClient, bytes: string | Buffer): Promise<readonly [number | undefined, unknown]> {
  client.write(bytes);
  const given = await client.answer();
  return [given?.status, JSON.parse(given?.body || "null") as unknown];
}

const chunked = (body: string, fields = ""): string =>
  `POST /graphql HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\n${fields}Transfer-Encoding: chunked\r\n\r\n` +
  `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n0\r\n\r\n`;

/** Both ways into the gateway: the lane, and node:http for what the lane does not take. */
describe.each([
  ["the lane", post],
  ["node:http", chunked],
])("through %s", (_, write) => {
  test.each([
    ["a query", write(QUERY), 200],
    ["no JSON", write("学"), 400],
    ["no body", write(""), 400],
    ["a body beyond the limit", write(JSON.stringify({ query: "{ hello }", x: "a".repeat(300_000) })), 413],
    ["a form", write(QUERY).replace("application/json", "text/plain"), 400],
  ])("%s", async (__, bytes, status) => {
    expect((await ask(connect(), bytes))[0]).toBe(status);
  });

  test("the client's headers arrive as they are, and nothing beside them", async () => {
    const [status] = await ask(connect(), write(QUERY, "X-User: a: b\r\nAuthorization:  Bearer x \r\nX-Other: y\r\n"));
    expect(status).toBe(200);
    const { text } = await nthCall(0);
    expect([header(text, "x-user"), header(text, "authorization"), header(text, "x-other")]).toEqual([
      "a: b",
      "Bearer x",
      "",
    ]);
  });

  test("a header of latin-1 arrives byte for byte", async () => {
    answer = ({ text }) => hello(header(text, "x-user"));
    const bytes = Buffer.from(write(QUERY, "X-User: \u00e9\u00ff\r\n"), "latin1");
    // What the subgraph read as UTF-8 was no UTF-8: two bytes, not four.
    expect(await ask(connect(), bytes)).toEqual([200, { data: { hello: "\ufffd\ufffd" } }]);
  });

  test("a client who leaves ends the call to the subgraph", async () => {
    answer = () => undefined;
    for (const leave of [
      (client: RawClient) => client.socket.destroy(),
      (client: RawClient) => client.socket.resetAndDestroy(),
      (client: RawClient) => client.socket.end(),
    ]) {
      const before = calls.length;
      const client = connect();
      client.write(write(QUERY));
      const { peer } = await nthCall(before);
      const closed = once(peer.socket, "close");
      leave(client);
      await closed;
    }
  });

  test("a query whose kept connection breaks is asked again, a mutation never", async () => {
    answer = ({ peer, place, text }) => {
      if (place === 0 && peer.place !== 2) return text.includes("mutation") ? ok('{"data":{"pay":"1"}}') : hello("1");
      if (peer.place === 2) return hello("again");
      peer.socket.destroy();
      return undefined;
    };
    const client = connect();
    expect(await ask(client, write(QUERY))).toEqual([200, { data: { hello: "1" } }]);
    // The second request on that connection meets its end.
    const [, refused] = await ask(client, write(MUTATION));
    expect(refused).toMatchObject({ errors: [{ extensions: { code: "SUBGRAPH_UNAVAILABLE" } }] });
    expect(calls.filter(({ text }) => text.includes("mutation"))).toHaveLength(1);
    expect(await ask(client, write(QUERY))).toEqual([200, { data: { hello: "1" } }]);
    expect(await ask(client, write(QUERY))).toEqual([200, { data: { hello: "again" } }]);
    expect(calls.filter(({ text }) => text.includes("mutation"))).toHaveLength(1);
  });
});

test("a body that spells another client's headers does not get that client's answer", async () => {
  answer = () => undefined;
  const victim = connect();
  victim.write(post(QUERY, "X-User: alice\r\n"));
  const { peer } = await nthCall(0);
  const forged = [`x-user\0alice\0${QUERY}`, `x-user\0alice\0\n${QUERY}`, `\nx-user\0alice\0\n${QUERY}`];
  for (const body of forged) expect((await ask(connect(), post(body)))[0]).toBe(400);
  peer.write(hello("secret"));
  expect((await victim.answer())?.body).toBe('{"data":{"hello":"secret"}}');
});

test("equal queries of one user share an answer, those of two do not", async () => {
  answer = () => undefined;
  const asking = ["alice", "alice", "bob"].map((user) => {
    const client = connect();
    client.write(post(QUERY, `X-User: ${user}\r\n`));
    return client;
  });
  await nthCall(1);
  for (const { peer, text } of calls) peer.write(hello(header(text, "x-user")));
  const answers = await Promise.all(asking.map(async (client) => (await client.answer())?.body));
  expect(answers).toEqual(["alice", "alice", "bob"].map((user) => `{"data":{"hello":"${user}"}}`));
  expect(calls).toHaveLength(2);
});

test("probes and other methods on a connection that served plain requests", async () => {
  const client = connect();
  expect((await ask(client, post(QUERY)))[0]).toBe(200);
  expect(await ask(client, "GET /livez HTTP/1.1\r\nHost: hub\r\n\r\n")).toEqual([200, { status: "alive" }]);
  expect((await ask(client, "GET /readyz HTTP/1.1\r\nHost: hub\r\n\r\n"))[0]).toBe(200);
  expect((await ask(client, "OPTIONS / HTTP/1.1\r\nHost: hub\r\n\r\n"))[0]).toBe(405);
  expect((await ask(client, "GET /graphql?query=%7Bhello%7D HTTP/1.1\r\nHost: hub\r\n\r\n"))[0]).toBe(200);
  expect((await ask(client, post(QUERY)))[0]).toBe(200);
  client.write("HEAD /livez HTTP/1.1\r\nHost: hub\r\n\r\n");
  expect((await client.answer(true))?.status).toBe(200);
});

test("stopping lets what runs end, over the lane and over node:http, and closes the rest", async () => {
  const [idle, passed, running, standard] = [connect(), connect(), connect(), connect()];
  await ask(idle, post(QUERY));
  await ask(passed, "GET /livez HTTP/1.1\r\nHost: hub\r\n\r\n");
  answer = () => undefined;
  const before = calls.length;
  running.write(post(QUERY, "X-User: a\r\n"));
  standard.write(chunked(QUERY, "X-User: b\r\n"));
  await nthCall(before + 1);
  const stopped = gateway.stop();
  expect([await idle.ended(), await passed.ended()]).toEqual([true, true]);
  for (const { peer, text } of calls.slice(before)) peer.write(hello(header(text, "x-user")));
  for (const [client, user] of [
    [running, "a"],
    [standard, "b"],
  ] as const) {
    const given = await client.answer();
    expect([given?.connection, given?.body]).toEqual(["close", `{"data":{"hello":"${user}"}}`]);
    expect(await client.ended()).toBe(true);
  }
  await stopped;
});

test("the lane can be left out", async () => {
  const client = connect();
  client.write(post(QUERY));
  const fast = await client.answer();
  await gateway.stop();
  gateway = await startGateway("--no-plain-lane");
  const other = connect();
  other.write(post(QUERY));
  const standard = await other.answer();
  expect([fast?.body, fast?.connection]).toEqual([standard?.body, undefined]);
  expect(standard?.connection).toBe("keep-alive");
});

test.each(["Content-Length", "transfer-encoding", "Host", "connection", "x y", "x\r\ny", ""])(
  "refuses to forward the header %j",
  (name) => {
    expect(() => readOptions(["--supergraph", "x", "--forward", name])).toThrow(/--forward/);
  },
);
