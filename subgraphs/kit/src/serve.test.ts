import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { connectRaw, post, type RawAnswer, type RawClient } from "@hub/plain-lane/testing";
import { HubError, PUBLIC_VIEWER, VIEWER_HEADER, signViewer } from "@hub/schema";
import { buildSchema } from "graphql";
import type { Pool } from "pg";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { SubgraphDatabase } from "./database.js";
import type { Subgraph } from "./define-subgraph.js";
import { serveSubgraph, type RunningSubgraph } from "./serve.js";

const SECRET = "a secret of more than thirty-two characters";
const LIMIT = 4_000;

interface Context {
  readonly database: SubgraphDatabase;
  readonly subject: string;
  readonly requestId: string;
}

let lines: Record<string, unknown>[] = [];
let reads: number;
let finished: number;

/** Two reads, one half a second after the other. */
async function readTwice({ database }: Context): Promise<string> {
  await database.pool.query("1");
  await sleep(500);
  await database.pool.query("2").finally(() => (finished += 1));
  return "done";
}

const resolvers: Readonly<Record<string, (args: { text: string }, context: Context) => unknown>> = {
  echo: ({ text }) => text,
  who: (_, { subject, requestId }) => `${subject} ${requestId}`,
  slow: (_, context) => readTwice(context),
  fault: () => {
    throw new Error("sesame at 10.1.2.3");
  },
  forbidden: () => {
    throw new HubError("FORBIDDEN", "Field: found nobody; expected somebody.");
  },
};

const subgraph: Subgraph<SubgraphDatabase> = {
  name: "schools",
  async build() {
    const schema = buildSchema(
      "type Query { echo(text: String): String who: String slow: String fault: String forbidden: String }",
    );
    for (const [name, field] of Object.entries(schema.getQueryType()?.getFields() ?? {})) {
      field.resolve = (_, args, context) => resolvers[name]?.(args as { text: string }, context as Context);
    }
    return { schema, sdl: "" };
  },
  createContext({ viewer, requestId }, database) {
    if (requestId === "broken") throw new Error("a fault before anything ran");
    return { database, subject: viewer.subject, requestId } satisfies Context;
  },
};

let port: number;
let running: RunningSubgraph;
let clients: RawClient[];

async function start(): Promise<void> {
  const free = createServer().listen(0, "127.0.0.1");
  await once(free, "listening");
  port = (free.address() as AddressInfo).port;
  free.close();
  const query = async (): Promise<object> => ({ rows: [(reads += 1)] });
  running = await serveSubgraph(subgraph, {
    database: { pool: { query } as unknown as Pool },
    host: "127.0.0.1",
    port,
    viewerSecret: SECRET,
    bodyLimitBytes: LIMIT,
    log: pino({ level: "info" }, { write: (line: string) => void lines.push(JSON.parse(line)) }),
    ready: async () => true,
    stamp: async () => "stamp",
  });
}

beforeAll(start);
afterAll(() => running.close());
beforeEach(() => {
  [lines, reads, finished, clients] = [[], 0, 0, []];
});
afterEach(() => {
  for (const { socket } of clients) socket.destroy();
});

function connect(): RawClient {
  const client = connectRaw(port);
  clients.push(client);
  return client;
}

const signed = (now = Date.now()): string => signViewer(PUBLIC_VIEWER, "schools", SECRET, now);
const viewer = (token = signed()): string => `${VIEWER_HEADER}: ${token}\r\nx-request-id: r-1\r\n`;
const query = (text: string, variables?: object): string => JSON.stringify({ query: text, variables });
const SLOW = query("{ slow }");
const TEXT = "query ($text: String) { echo(text: $text) }";
const forged = `${signed().split(".")[0]}.${signed(Date.now() + 60_000).split(".")[1]}`;

/** The same request in a form the lane leaves to node:http. */
function chunked(bytes: string): string {
  const [head = "", body = ""] = [
    bytes.slice(0, bytes.indexOf("\r\n\r\n")),
    bytes.slice(bytes.indexOf("\r\n\r\n") + 4),
  ];
  const size = Buffer.byteLength(body);
  const piece = size === 0 ? "" : `${size.toString(16)}\r\n${body}\r\n`;
  return `${head.replace(/\r\nContent-Length: \d+/, "\r\nTransfer-Encoding: chunked")}\r\n\r\n${piece}0\r\n\r\n`;
}

async function ask(bytes: string, client = connect()): Promise<RawAnswer | undefined> {
  client.write(bytes);
  return client.answer();
}

/** The same, its body in two reads. */
async function askApart(bytes: string): Promise<RawAnswer | undefined> {
  const client = connect();
  client.write(bytes.slice(0, -3));
  await sleep(10);
  client.write(bytes.slice(-3));
  return client.answer();
}

const LANE = undefined;

describe("the same answer by the lane and by node:http", () => {
  it.each<[string, string, number, way?: "lane"]>([
    ["a query", post(query("{ who }"), viewer()), 200, "lane"],
    [
      "a media type with its charset",
      post(query("{ who }"), viewer()).replace("/json", "/json; charset=utf-8"),
      200,
      "lane",
    ],
    ["a deadline not over yet", post(query("{ who }"), `${viewer()}x-hub-deadline-ms: 9000\r\n`), 200, "lane"],
    ["a deadline that is over", post(SLOW, `${viewer()}x-hub-deadline-ms: 10\r\n`), 500, "lane"],
    ["a deadline that is none", post(query("{ who }"), `${viewer()}x-hub-deadline-ms: soon\r\n`), 200, "lane"],
    [
      "a deadline beyond what a timer takes",
      post(query("{ who }"), `${viewer()}x-hub-deadline-ms: 1e12\r\n`),
      200,
      "lane",
    ],
    ["variables in any script", post(query(TEXT, { text: "学校🎓é\n" }), viewer()), 200, "lane"],
    ["a faulty query", post(query("{ who "), viewer()), 200, "lane"],
    ["an unknown field", post(query("{ nobody }"), viewer()), 200, "lane"],
    ["variables of another type", post(query(TEXT, { text: 1 }), viewer()), 200, "lane"],
    ["variables that are none", post('{"query":"{ who }","variables":7}', viewer()), 500, "lane"],
    ["a refusal in a field", post(query("{ forbidden who }"), viewer()), 200, "lane"],
    ["a fault in a field", post(query("{ fault who }"), viewer()), 200, "lane"],
    ["a fault of the whole call", post(query("{ who }"), viewer().replace("r-1", "broken")), 500, "lane"],
    ["no viewer", post(query("{ who }")), 401],
    ["an empty viewer", post(query("{ who }"), viewer("")), 401],
    ["a forged viewer", post(query("{ who }"), viewer(forged)), 401],
    ["a viewer with one more part", post(query("{ who }"), viewer(`${signed()}.x`)), 401],
    ["a viewer signed for another", post(query("{ who }"), viewer(signViewer(PUBLIC_VIEWER, "funding", SECRET))), 401],
    ["a viewer signed long ago", post(query("{ who }"), viewer(signed(Date.now() - 62_000))), 401],
    ["no JSON", post("{", viewer()), 400],
    ["no body", post("", viewer()), 400],
    ["no object", post("null", viewer()), 500],
    ["a list", post("[]", viewer()), 500],
    ["no query", post("{}", viewer()), 500],
    ["a poisonous key", post('{"query":"{ who }","variables":{"__proto__":{"a":1}}}', viewer()), 400],
    ["a poisonous key in disguise", post('{"query":"{ who }","variables":{"\\u005f_proto__":{"a":1}}}', viewer()), 400],
    ["a poisonous constructor", post('{"query":"{ who }","variables":{"constructor":{"prototype":1}}}', viewer()), 400],
    ["a harmless constructor", post('{"query":"{ who }","variables":{"a":[{"constructor":1}]}}', viewer()), 200],
    ["words like one", post(query(TEXT, { text: "__proto__ constructor \u0001" }), viewer()), 200, "lane"],
    [
      "a poisonous key far inside",
      post(`{"query":"{ who }","a":${"[".repeat(900)}{"__proto__":1}${"]".repeat(900)}}`, viewer()),
      400,
    ],
    ["another media type", post(query("{ who }"), viewer()).replace("application/json", "text/csv"), 415],
    ["another path", post(query("{ who }"), viewer(), "/other"), 404],
    ["a search beside the path", post(query("{ who }"), viewer(), "/graphql?a=1"), 200],
    ["a body at the limit", post(query("{ who }").padEnd(LIMIT), viewer()), 200, "lane"],
    ["a body beyond the limit", post(query("{ who }").padEnd(LIMIT + 1), viewer()), 413],
  ])("%s", async (_, bytes, status, way) => {
    const logged = () =>
      lines.splice(0).map(({ level, msg, requestId, errors }) => ({ level, msg, requestId, errors }));
    const seen = await ask(bytes);
    const before = logged();
    const expected = await ask(chunked(bytes));
    const after = logged();
    const apart = await askApart(bytes);

    expect(seen).toMatchObject({ status });
    expect({ ...seen, connection: "" }).toEqual({ ...expected, connection: "" });
    expect(before).toEqual(after);
    expect(apart).toEqual(seen);
    expect(logged()).toEqual(before);
    expect(seen?.body).not.toContain("sesame");
    // Only node:http says that a connection of HTTP/1.1 stays open.
    if (way === "lane") expect([seen?.connection, expected?.connection]).toEqual([LANE, "keep-alive"]);
    else expect(seen?.connection).toBe(expected?.connection);
  });

  it("to a viewer accepted before, no longer than its minute", async () => {
    const client = connect();
    const token = signed(Date.now() - 59_000);
    expect(await ask(post(query("{ who }"), viewer(token)), client)).toMatchObject({ status: 200, connection: LANE });
    await sleep(2_100);
    expect(await ask(post(query("{ who }"), viewer(token)), client)).toMatchObject({ status: 401 });
    expect(await ask(post(query("{ who }"), viewer()), client)).toMatchObject({ status: 200 });
  });
});

describe("a connection", () => {
  const fine = (text: string): string => post(query(TEXT, { text }), viewer());
  const echoed = (text: string): object => ({ status: 200, body: JSON.stringify({ data: { echo: text } }) });

  it("carries two requests in one packet, and others after them", async () => {
    const client = connect();
    client.write(fine("1") + fine("2"));
    expect([await client.answer(), await client.answer()]).toMatchObject([echoed("1"), echoed("2")]);
    expect(await ask(fine("3"), client)).toMatchObject(echoed("3"));
  });

  it("takes a body in several packets", async () => {
    const client = connect();
    const bytes = fine("a long text");
    for (const at of [0, 60, bytes.length - 5]) {
      client.write(bytes.slice(at, at === 0 ? 60 : at === 60 ? bytes.length - 5 : undefined));
      await sleep(20);
    }
    expect(await client.answer()).toMatchObject(echoed("a long text"));
    expect(await ask(fine("2"), client)).toMatchObject(echoed("2"));
  });

  it("stays with the lane after a body in several packets", async () => {
    const client = connect();
    const bytes = fine("a long text");
    for (const [from, to] of [
      [0, -20],
      [-20, -1],
      [-1, undefined],
    ]) {
      client.write(bytes.slice(from, to));
      await sleep(20);
    }
    expect(await client.answer()).toMatchObject({ ...echoed("a long text"), connection: LANE });
    expect(await ask(fine("2"), client)).toMatchObject({ ...echoed("2"), connection: LANE });
  });

  it("that refuses one request serves the next", async () => {
    const client = connect();
    expect(await ask(fine("1"), client)).toMatchObject(echoed("1"));
    expect(await ask(post(query("{ who }")), client)).toMatchObject({ status: 401 });
    expect(await ask(fine("2"), client)).toMatchObject(echoed("2"));
  });
});

describe.each([
  ["the lane", (bytes: string) => bytes],
  ["node:http", chunked],
])("by %s", (_, way) => {
  it("nothing more is read once the caller has left", async () => {
    const client = connect();
    client.write(way(post(SLOW, viewer())));
    await expect.poll(() => reads).toBe(1);
    client.socket.destroy();
    await expect.poll(() => finished, { timeout: 3_000 }).toBe(1);
    expect(reads).toBe(1);
  });

  it("nothing more is read once the deadline is over", async () => {
    const late = await ask(way(post(SLOW, `${viewer()}x-hub-deadline-ms: 30\r\n`)));
    expect(JSON.parse(late?.body ?? "")).toMatchObject({ errors: [{ extensions: { code: "SUBGRAPH_TIMEOUT" } }] });
    await expect.poll(() => finished, { timeout: 3_000 }).toBe(1);
    expect(reads).toBe(1);
  });

  it("a close lets what runs end, ends its connection and those that are idle, and takes no more", async () => {
    const [busy, idle] = [connect(), connect()];
    await ask(way(post(query("{ who }"), viewer())), idle);
    busy.write(way(post(SLOW, viewer())));
    await expect.poll(() => reads).toBe(1);
    const asked = performance.now();
    const closed = running.close();
    expect(await idle.ended()).toBe(true);
    expect(await busy.answer()).toMatchObject({ status: 200, connection: "close", body: '{"data":{"slow":"done"}}' });
    expect(await busy.ended()).toBe(true);
    await closed;
    expect(performance.now() - asked).toBeLessThan(3_000);
    expect(await ask(post(query("{ who }"), viewer()))).toBeUndefined();
    await start();
  });
});
