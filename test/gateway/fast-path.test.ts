import { DEFAULT_LIMITS } from "@hub/gateway";
import type { IncomingHttpHeaders } from "node:http";
import { Writable } from "node:stream";
import { pino } from "pino";
import { request } from "undici";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTinyHub, type TinyHub } from "../conformance/over-http/tiny-hub.js";

const SECRET = "a secret that only this test knows, of some length";

/** One hub with its address and its log. */
interface Side {
  readonly hub: TinyHub;
  readonly url: string;
  readonly lines: Record<string, unknown>[];
}

async function start(ways: { readonly fastPath: boolean; readonly plainLane: boolean }): Promise<Side> {
  const lines: Record<string, unknown>[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
      done();
    },
  });
  const log = pino({ level: "debug" }, stream);
  const hub = await startTinyHub({ engine: "hub", ...ways, log, tokens: { secret: SECRET } });
  return { hub, url: await hub.server.listen({ host: "127.0.0.1", port: 0 }), lines };
}

const sides: Partial<Record<"lane" | "http" | "full", Side>> = {};
beforeAll(async () => {
  sides.lane = await start({ fastPath: true, plainLane: true });
  sides.http = await start({ fastPath: true, plainLane: false });
  sides.full = await start({ fastPath: false, plainLane: false });
});
afterAll(async () => {
  for (const side of Object.values(sides)) await side.hub[Symbol.asyncDispose]();
});

interface Sent {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly path?: string;
  readonly method?: "GET" | "POST" | "PUT";
}

/** What a client sees, and what the log says, without what differs from one request to the next. */
async function send({ url, lines }: Side, { body, headers = {}, path = "/graphql", method = "POST" }: Sent) {
  lines.length = 0;
  const answer = await request(`${url}${path}`, {
    method,
    headers: { "content-type": "application/json", "x-request-id": "compared", ...headers },
    body: body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body),
  });
  // HTTP/1.1 keeps connections; node:http says so again, the lane does not.
  const { date: _date, ...seen }: IncomingHttpHeaders = { connection: "keep-alive", ...answer.headers };
  const bytes = Buffer.from(await answer.body.arrayBuffer());
  const logged = lines.map(({ level, msg, operation, status, errors, viewer, requestId }) => {
    return { level, msg, operation, status, errors, viewer, requestId };
  });
  // A long answer that may be compressed is sent in pieces by Fastify and whole by the fast path.
  const { "transfer-encoding": _transfer, "content-length": _length, ...rest } = seen;
  const encoded = rest["content-encoding"] !== undefined;
  return { status: answer.statusCode, headers: rest, body: encoded ? "compressed" : bytes.toString(), logged };
}

const TOWNS = { query: "query Towns($n: Int) { towns(first: $n) { code name budget } }", variables: { n: 3 } };
const long = `{ ${Array.from({ length: 30 }, (_, index) => `t${index}: towns { code name budget }`).join(" ")} }`;

describe.each(["lane", "http"] as const)(
  "a request gets the same answer with the fast path as without: by %s",
  (by) => {
    it.each<[string, Sent, "fast" | "full"]>([
      ["a query with variables", { body: TOWNS }, "fast"],
      ["the same again", { body: TOWNS }, "fast"],
      ["a query without variables", { body: { query: "{ towns { code } }" } }, "fast"],
      ["a long answer", { body: { query: long } }, "fast"],
      [
        "a long answer for brotli",
        { body: { query: long }, headers: { "accept-encoding": "gzip, deflate, br" } },
        "fast",
      ],
      ["a long answer for gzip", { body: { query: long }, headers: { "accept-encoding": "gzip" } }, "fast"],
      ["a long answer without br", { body: { query: long }, headers: { "accept-encoding": "br;q=0, gzip" } }, "fast"],
      ["a long answer, not compressed", { body: { query: long }, headers: { "accept-encoding": "identity" } }, "fast"],
      ["a short answer for brotli", { body: TOWNS, headers: { "accept-encoding": "br" } }, "fast"],
      ["a null", { body: { query: '{ town(code: "9") { name } }' } }, "fast"],
      ["a field in error", { body: { query: "{ towns { code secret } }" } }, "fast"],
      ["a fault nobody planned for", { body: { query: "query Crash { crash towns { code } }" } }, "fast"],
      ["a field called errors", { body: { query: "{ errors: towns { errors: code } }" } }, "fast"],
      ["introspection", { body: { query: "{ __schema { queryType { name } } towns { code } }" } }, "fast"],
      [
        "one operation of two",
        { body: { query: "query A { towns { code } } query B { crash }", operationName: "A" } },
        "fast",
      ],
      ["no operation of two", { body: { query: "query A { towns { code } } query B { crash }" } }, "full"],
      ["an operation that is not there", { body: { query: "query A { crash }", operationName: "B" } }, "full"],
      ["an empty operation name", { body: { query: "{ towns { code } }", operationName: "" } }, "full"],
      [
        "null for variables and name",
        { body: { query: "{ towns { code } }", variables: null, operationName: null } },
        "fast",
      ],
      ["a mutation", { body: { query: 'mutation M { rename(code: "1", name: "x") { code } }' } }, "full"],
      ["a variable of another type", { body: { ...TOWNS, variables: { n: "three" } } }, "full"],
      ["a variable nobody declared", { body: { ...TOWNS, variables: { n: 1, m: 2 } } }, "fast"],
      ["a page above the limit", { body: { ...TOWNS, variables: { n: 501 } } }, "full"],
      ["a text that does not parse", { body: { query: "{ towns { code }" } }, "full"],
      ["a field that is not there", { body: { query: "{ towns { population } }" } }, "full"],
      ["no query", { body: { variables: {} } }, "full"],
      ["a batch", { body: [TOWNS] }, "full"],
      ["extensions", { body: { ...TOWNS, extensions: { client: "x" } } }, "full"],
      ["a body that is no JSON", { body: "{ towns" }, "full"],
      ["an empty body", { body: "" }, "full"],
      [
        "a body above the limit",
        { body: { query: `{ towns { code } } # ${"x".repeat(DEFAULT_LIMITS.bodyBytes)}` } },
        "full",
      ],
      ["a form's media type", { body: JSON.stringify(TOWNS), headers: { "content-type": "text/plain" } }, "full"],
      [
        "a media type with a charset",
        { body: TOWNS, headers: { "content-type": "application/json; charset=utf-8" } },
        "fast",
      ],
      ["a compressed body", { body: TOWNS, headers: { "content-encoding": "gzip" } }, "full"],
      ["the newer media type", { body: TOWNS, headers: { accept: "application/graphql-response+json" } }, "fast"],
      ["a media type with parameters", { body: TOWNS, headers: { accept: "application/json; charset=utf-8" } }, "full"],
      ...[
        "application/graphql-response+json, application/json;q=0.9",
        "application/graphql-response+json,application/json",
        "application/json, application/graphql-response+json",
        "application/json;q=0.5, application/graphql-response+json;q=0.8, */*;q=0.1",
        "text/html, application/*;q=0.9, */*;q=0.8",
        "*/*, application/graphql-response+json;q=0.5",
        "application/json;q=0, */*",
        "text/plain, */*;q=0.1",
      ].map((accept): [string, Sent, "fast"] => [
        `media types ${accept}`,
        { body: TOWNS, headers: { accept } },
        "fast",
      ]),
      ["a media type nobody makes", { body: TOWNS, headers: { accept: "text/csv" } }, "full"],
      ["a token that does not hold", { body: TOWNS, headers: { authorization: "Bearer a.b.c" } }, "full"],
      [
        "a query by GET",
        { method: "GET", path: "/graphql?query=%7Btowns%7Bcode%7D%7D", headers: { "apollo-require-preflight": "1" } },
        "full",
      ],
      [
        "GET from another site's page",
        { method: "GET", path: "/graphql?query=%7Btowns%7Bcode%7D%7D", headers: { "content-type": "text/plain" } },
        "full",
      ],
      ["another method", { method: "PUT", body: TOWNS }, "full"],
      ["another path", { path: "/graphq", body: TOWNS }, "full"],
      ["a query string", { path: "/graphql?x=1", body: TOWNS }, "full"],
    ])("%s", async (_name, sent, way) => {
      const [fast, full] = [sides[by] as Side, sides.full as Side];
      const before = fast.hub.server.counts().fast;
      const answer = await send(fast, sent);
      expect(answer).toEqual(await send(full, sent));
      expect(fast.hub.server.counts().fast - before).toBe(way === "fast" ? 1 : 0);
    });

    it("a subgraph that is gone", async () => {
      const [fast, full] = [sides[by] as Side, sides.full as Side];
      fast.hub.treasury.up = full.hub.treasury.up = false;
      const sent = { body: TOWNS };
      const answer = await send(fast, sent);
      fast.hub.treasury.up = full.hub.treasury.up = true;
      const other = await send(full, sent);
      expect(answer.body).toContain('"SUBGRAPH_UNAVAILABLE"');
      expect(other.body).not.toContain("errors");
      expect(answer.headers).toEqual(other.headers);
    });
  },
);

it("is off when the stock engine runs", async () => {
  await using hub = await startTinyHub({ engine: "apollo" });
  const url = await hub.server.listen({ host: "127.0.0.1", port: 0 });
  const answer = await request(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(TOWNS),
  });
  expect(answer.statusCode).toBe(200);
  await answer.body.dump();
  expect(hub.server.counts().fast).toBe(0);
});
