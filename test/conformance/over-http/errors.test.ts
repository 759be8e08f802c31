import { ENGINES } from "@hub/gateway";
import { errorCatalogue } from "@hub/schema";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTinyHub, type TinyHub } from "./tiny-hub.js";

describe.each(ENGINES)("errors with engine %s", (engine) => {
  const lines: string[] = [];
  let hub: TinyHub;
  beforeAll(async () => {
    hub = await startTinyHub({
      engine,
      log: pino({ level: "info" }, { write: (line: string) => void lines.push(line) }),
    });
  });
  afterAll(() => hub[Symbol.asyncDispose]());

  it("turns an unexpected fault into INTERNAL: no words, no stack, no address, but the id under which the log has it all", async () => {
    const answer = await hub.ask("{ crash towns { code } }", { headers: { "x-request-id": "trace-7" } });

    expect(answer.status).toBe(200);
    expect(answer.data).toMatchObject({ crash: null, towns: [{ code: "1" }, { code: "2" }, { code: "3" }] });
    expect(answer.errors).toEqual([
      {
        message: "Unexpected fault; the log holds the rest under the request id.",
        path: ["crash"],
        extensions: { code: "INTERNAL", retryable: false, subgraph: "register", requestId: "trace-7" },
      },
    ]);
    expect(JSON.stringify(answer)).not.toMatch(/sesame|10\.1\.2\.3|stack|at .*\.js/);
  });

  it("keeps a catalogued error's code and path, and says whether trying again can help", async () => {
    const { data, errors } = await hub.ask("{ town(code: 2) { name secret } }");
    expect(data).toEqual({ town: { name: "三道湖镇", secret: null } });
    expect(errors).toHaveLength(1);
    expect(errors[0]?.path).toEqual(["town", "secret"]);
    expect(errors[0]?.extensions).toMatchObject({ code: "FORBIDDEN", retryable: false, subgraph: "treasury" });
  });

  it("loses only the fields of a subgraph that is down, and names it", async () => {
    hub.treasury.up = false;
    try {
      const { status, data, errors } = await hub.ask("{ towns { name budget } }");
      expect(status).toBe(200);
      expect(data?.["towns"]).toEqual([
        { name: "靖宇镇", budget: null },
        { name: "三道湖镇", budget: null },
        { name: "龙泉镇", budget: null },
      ]);
      if (engine === "hub")
        expect(errors.map(({ path }) => path)).toEqual([0, 1, 2].map((index) => ["towns", index, "budget"]));
      expect(errors[0]?.extensions).toMatchObject({
        code: "SUBGRAPH_UNAVAILABLE",
        subgraph: "treasury",
        retryable: true,
      });
      expect((await hub.server.app.inject("/readyz")).json()).toMatchObject({
        status: "not ready",
        missing: ["treasury"],
      });
      expect((await hub.server.app.inject("/livez")).statusCode).toBe(200);
    } finally {
      hub.treasury.up = true;
    }
  });

  it.each([
    ["unparsable text", "{ towns {", {}, "GRAPHQL_PARSE_FAILED", /Syntax Error/],
    ["an unknown field", "{ cities }", {}, "GRAPHQL_VALIDATION_FAILED", /Cannot query field "cities"/],
    [
      "a variable of another type",
      "query ($n: Int) { towns(first: $n) { code } }",
      { n: "many" },
      "BAD_USER_INPUT",
      /got invalid value "many"/,
    ],
    [
      "a missing variable",
      "query ($code: ID!) { town(code: $code) { name } }",
      {},
      "BAD_USER_INPUT",
      /of required type "ID!" was not provided/,
    ],
  ])("answers %s with 400, its code and graphql's own words", async (_case, query, variables, code, words) => {
    const { status, errors } = await hub.ask(query, { variables });
    expect(status).toBe(400);
    expect(errors[0]?.message).toMatch(words);
    expect(errors[0]?.extensions).toMatchObject({ code, retryable: false, requestId: expect.any(String) });
  });

  it("answers a body that is no JSON, another media type and another method in the same shape", async () => {
    const send = (options: object) => hub.server.app.inject({ method: "POST", url: "/graphql", ...options });
    const broken = await send({ headers: { "content-type": "application/json" }, payload: "{" });
    const form = await send({ headers: { "content-type": "application/xml" }, payload: "<query/>" });
    const zipped = await send({
      headers: { "content-type": "application/json", "content-encoding": "gzip" },
      payload: "{}",
    });
    const method = await send({ method: "DELETE" });

    expect([broken, form, zipped, method].map(({ statusCode }) => statusCode)).toEqual([400, 415, 415, 405]);
    for (const response of [broken, form, zipped, method]) {
      expect(response.json().errors[0].extensions).toMatchObject({
        code: "BAD_REQUEST",
        requestId: expect.any(String),
      });
    }
  });

  it("prevents simple cross-site requests, which a browser sends without asking", async () => {
    const text = await hub.server.app.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "text/plain" },
      payload: '{"query":"{ towns { code } }"}',
    });
    const get = await hub.server.app.inject("/graphql?query={towns{code}}");
    expect([text.statusCode, get.statusCode]).toEqual([400, 400]);
  });

  it("accepts a harmless request id, replaces a harmful one, and gives it back", async () => {
    const kept = await hub.ask("{ towns { code } }", { headers: { "x-request-id": "county-220622.7" } });
    const replaced = await hub.ask("{ towns { code } }", { headers: { "x-request-id": "a b" } });
    expect(kept.headers["x-request-id"]).toBe("county-220622.7");
    expect(replaced.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("logs one line per request: id, operation, viewer, time, subgraph calls, error codes", async () => {
    lines.length = 0;
    await hub.ask("query Towns { towns { name budget secret } }", { headers: { "x-request-id": "log-1" } });
    const [line, ...others] = lines.map((text) => JSON.parse(text) as Record<string, unknown>);
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      level: 30,
      requestId: "log-1",
      operation: "Towns",
      viewer: "public",
      status: 200,
      errors: ["FORBIDDEN", "FORBIDDEN", "FORBIDDEN"],
      subgraphs: { register: { calls: 1 }, treasury: { calls: 1 } },
    });
    expect(line?.["ms"]).toBeGreaterThan(0);
  });
});

it("knows its whole catalogue in both languages", () => {
  for (const { en, zh } of Object.values(errorCatalogue)) {
    expect(en).toMatch(/\.$/);
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
  }
});
