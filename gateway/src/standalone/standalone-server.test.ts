import { composeServices } from "@theguild/federation-composition";
import { parse } from "graphql";
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readOptions } from "./standalone-options.js";
import { startStandalone, type StandaloneGateway } from "./standalone-server.js";

const folder = mkdtempSync(join(tmpdir(), "hub-standalone-"));
const file = join(folder, "supergraph.graphql");
const said: string[] = [];
let subgraph: Server;
let gateway: StandaloneGateway;
let delayMs = 0;
let hello: unknown;
let calls = 0;

function supergraph(fields: string): string {
  const { port } = subgraph.address() as AddressInfo;
  const services = [
    { name: "hello", typeDefs: parse(`type Query { ${fields} }`), url: `http://127.0.0.1:${port}/graphql` },
  ];
  return composeServices(services).supergraphSdl ?? "";
}

function ask(body: string, signal: AbortSignal | null = null): Promise<Response> {
  return fetch(`http://127.0.0.1:${gateway.port}/graphql`, {
    signal,
    method: "POST",
    body,
    headers: { "content-type": "application/json", authorization: "Bearer me" },
  });
}

beforeAll(async () => {
  subgraph = createServer((request, response) => {
    calls += 1;
    setTimeout(
      () => response.end(JSON.stringify({ data: { hello: hello ?? request.headers.authorization, more: 1 } })),
      delayMs,
    );
  });
  await new Promise<void>((resolve) => subgraph.listen(0, "127.0.0.1", resolve));
  writeFileSync(file, supergraph("hello: String"));
  gateway = await startStandalone(
    readOptions(["--supergraph", file, "--port", "0", "--concurrency", "2", "--aliases", "1"]),
    (line) => said.push(line),
  );
});

afterAll(async () => {
  subgraph.closeAllConnections();
  await new Promise((resolve) => subgraph.close(resolve));
  rmSync(folder, { recursive: true });
});

test("answers, with the client's authorization passed on", async () => {
  const response = await ask('{"query":"{ hello }"}');
  expect([response.status, await response.text()]).toEqual([200, '{"data":{"hello":"Bearer me"}}']);
});

test.each([
  ["plain", "abc 校"],
  ["with a quote and a backslash", 'say "no" \\ yes'],
  ["with control characters", "line\nend\u0000\u001f\u007f"],
  ["with separators of lines and half a pair", "\u2028\u2029\ud800"],
  ["long and plain", "长".repeat(100)],
  ["long with an escape at the end", `${"a".repeat(100)}"`],
  ["looking like JSON", '","more":2,"'],
])("passes a text on %s as it is", async (_, text) => {
  hello = text;
  const response = await ask('{"query":"{ hello }"}');
  hello = undefined;
  expect(await response.text()).toBe(JSON.stringify({ data: { hello: text } }));
});

test.each([
  ["not JSON", "{", "BAD_USER_INPUT"],
  ["no query", "{}", "BAD_USER_INPUT"],
  ["no GraphQL", '{"query":"{"}', "GRAPHQL_PARSE_FAILED"],
  ["an unknown field", '{"query":"{ nothing }"}', "GRAPHQL_VALIDATION_FAILED"],
  ["more aliases than allowed", '{"query":"{ a: hello b: hello }"}', "ALIAS_LIMIT_EXCEEDED"],
])("refuses %s", async (_, body, code) => {
  const response = await ask(body);
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  expect([response.status, errors[0]?.extensions.code]).toEqual([400, code]);
});

test("refuses a body beyond the limit", async () => {
  expect((await ask(`{"query":"{ hello }","x":"${"a".repeat(300_000)}"}`)).status).toBe(413);
});

test("says that it lives and that its subgraphs answer", async () => {
  const answer = async (path: string): Promise<unknown> =>
    (await fetch(`http://127.0.0.1:${gateway.port}${path}`)).json();
  expect(await answer("/livez")).toEqual({ status: "alive" });
  expect(await answer("/readyz")).toEqual({ ready: true, subgraphs: { hello: true } });
});

test("answers a query by GET, and refuses a mutation or a form's content type", async () => {
  const url = `http://127.0.0.1:${gateway.port}/graphql`;
  const get = await fetch(`${url}?query=${encodeURIComponent("{ hello }")}`);
  const form = await fetch(url, {
    method: "POST",
    headers: { "content-type": "text/plain" },
    body: '{"query":"{ hello }"}',
  });
  const broken = await fetch(`${url}?query=%7Bhello%7D&variables=%7B`);
  expect([get.status, form.status, broken.status]).toEqual([200, 400, 400]);
});

test("equal queries at one time are one call, and the client who leaves cancels only its own", async () => {
  delayMs = 200;
  const before = calls;
  const left = new AbortController();
  const gone = ask('{"query":"{ hello }"}', left.signal);
  await sleep(50);
  const stays = ask('{"query":"{ hello }"}');
  setTimeout(() => left.abort(), 50);
  await expect(gone).rejects.toThrow();
  expect((await stays).status).toBe(200);
  delayMs = 0;
  expect(calls - before).toBe(1);
});

test("refuses more than it can carry, and says when to come again", async () => {
  delayMs = 200;
  const responses = await Promise.all([1, 2, 3, 4].map(() => ask('{"query":"{ hello }"}')));
  delayMs = 0;
  expect(responses.map((response) => response.status).sort()).toEqual([200, 200, 503, 503]);
  expect(responses.find((response) => response.status === 503)?.headers.get("retry-after")).toBe("1");
});

test("takes a changed file over and keeps the old one before a broken one", async () => {
  const change = async (text: string, said_: RegExp): Promise<void> => {
    writeFileSync(file, text);
    const later = new Date(Date.now() + said.length * 5_000 + 5_000);
    utimesSync(file, later, later);
    for (let tries = 0; tries < 100 && !said_.test(said.at(-1) ?? ""); tries++) await sleep(50);
    expect(said.at(-1)).toMatch(said_);
  };
  await change(supergraph("hello: String more: Int"), /loaded/);
  expect(await (await ask('{"query":"{ more }"}')).text()).toBe('{"data":{"more":1}}');
  await change("type Query {", /refused/);
  expect(await (await ask('{"query":"{ more }"}')).text()).toBe('{"data":{"more":1}}');
});

test("lets requests that run end when it is stopped", async () => {
  delayMs = 200;
  const running = ask('{"query":"{ hello }"}');
  await sleep(50);
  await gateway.stop();
  expect((await running).status).toBe(200);
  await expect(ask('{"query":"{ hello }"}')).rejects.toThrow();
});

test.each(["", "hello:4001/graphql", "nowhere"])("does not start with a subgraph at %j", async (url) => {
  const { supergraphSdl = "" } = composeServices([{ name: "lost", typeDefs: parse("type Query { lost: Int }"), url }]);
  const lost = join(folder, "lost.graphql");
  writeFileSync(lost, supergraphSdl);
  const started = startStandalone(readOptions(["--supergraph", lost, "--port", "0"]), (line) => said.push(line));
  await expect(started).rejects.toMatchObject({
    code: "CONFIGURATION_INVALID",
    message: expect.stringMatching(/^Address of subgraph "lost" .*: found .*; expected an http or https address\.$/),
  });
});
