import { DEFAULT_LIMITS } from "@hub/gateway";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTinyHub, type TinyHub } from "./tiny-hub.js";

let hub: TinyHub;
beforeAll(async () => {
  hub = await startTinyHub();
});
afterAll(() => hub[Symbol.asyncDispose]());

/** `levels` levels of fields: towns, then neighbours, then the code. */
function nested(levels: number): string {
  const inner = "{ neighbours ".repeat(levels - 2);
  return `{ towns ${inner} { code } ${"}".repeat(levels - 2)} }`;
}

describe("depth", () => {
  it("answers an operation as deep as the limit", async () => {
    expect((await hub.ask(nested(DEFAULT_LIMITS.depth))).status).toBe(200);
  });

  it("refuses one level more, naming the limit and what was found", async () => {
    const { status, errors } = await hub.ask(nested(DEFAULT_LIMITS.depth + 1));
    expect(status).toBe(400);
    expect(errors[0]).toMatchObject({
      message: "Operation: found 16 levels of fields; expected at most 15.",
      extensions: { code: "DEPTH_LIMIT_EXCEEDED", found: 16, limit: 15, retryable: false },
    });
  });

  it("counts the levels a fragment hides", async () => {
    const { errors } = await hub.ask(
      `query Q { towns { ...F } } fragment F on Town ${"{ neighbours ".repeat(20)} { code } ${"}".repeat(20)}`,
    );
    expect(errors[0]).toMatchObject({ message: 'Operation "Q": found 22 levels of fields; expected at most 15.' });
  });

  it("lets the explorer's introspection pass, whose depth graphql-js bounds itself", async () => {
    const { status } = await hub.ask(
      "{ __schema { types { fields { type { ofType { ofType { ofType { ofType { name } } } } } } } } }",
    );
    expect(status).toBe(200);
  });
});

describe("aliases", () => {
  const aliases = (count: number) => Array.from({ length: count }, (_, index) => `a${index}: code`).join(" ");

  it("counts a fragment's aliases at each of its uses", async () => {
    const query = `{ towns { ...F neighbours { ...F } } } fragment F on Town { ${aliases(51)} }`;
    const { status, errors } = await hub.ask(query);
    expect(status).toBe(400);
    expect(errors[0]).toMatchObject({
      message: "Operation: found 102 aliases; expected at most 100.",
      extensions: { code: "ALIAS_LIMIT_EXCEEDED", found: 102, limit: 100 },
    });
  });

  it("stays quick on fragments that double each other", async () => {
    const doubling = Array.from(
      { length: 60 },
      (_, i) => `fragment F${i} on Town { ...F${i + 1} x${i}: code ...F${i + 1} }`,
    );
    const query = `{ towns { ...F0 } } ${doubling.join(" ")} fragment F60 on Town { code }`;
    expect((await hub.ask(query)).errors[0]?.extensions["code"]).toBe("ALIAS_LIMIT_EXCEEDED");
  });

  it("answers as many as the limit", async () => {
    expect((await hub.ask(`{ towns { ${aliases(100)} } }`)).status).toBe(200);
  });
});

describe("pages and lists", () => {
  it.each([
    ["a literal", "{ towns(first: 501) { code } }", {}],
    ["a variable", "query ($n: Int) { towns(first: $n) { code } }", { n: 501 }],
    ["a default", "query ($n: Int = 501) { towns(first: $n) { code } }", {}],
  ])("refuses a page larger than the limit given as %s", async (_how, query, variables) => {
    const { status, errors } = await hub.ask(query, { variables });
    expect(status).toBe(400);
    expect(errors[0]).toMatchObject({
      message: 'Argument "first" of "towns": found 501 rows; expected at most 500.',
      extensions: { code: "PAGE_LIMIT_EXCEEDED", found: 501, limit: 500 },
    });
  });

  it("prefers the variable's value to its default", async () => {
    expect(
      (await hub.ask("query ($n: Int = 501) { towns(first: $n) { code } }", { variables: { n: 500 } })).status,
    ).toBe(200);
  });

  const codes = Array.from({ length: 1_001 }, (_, index) => String(index));
  it.each([
    ["a variable", "query Q($codes: [ID!]) { towns(codes: $codes) { code } }", { codes }],
    ["a literal", `query Q { towns(codes: ${JSON.stringify(codes)}) { code } }`, {}],
  ])("refuses a list of 1,001 codes given as %s", async (_how, query, variables) => {
    const { errors } = await hub.ask(query, { variables });
    expect(errors[0]).toMatchObject({
      message: 'Operation "Q", a list in it: found 1001 values; expected at most 1000.',
      extensions: { code: "PAGE_LIMIT_EXCEEDED", found: 1001, limit: 1000 },
    });
  });
});

it("refuses a body larger than the limit with 413, before reading it", async () => {
  const { status, errors } = await hub.ask(`{ towns { code } } # ${"x".repeat(DEFAULT_LIMITS.bodyBytes)}`);
  expect(status).toBe(413);
  expect(errors[0]).toMatchObject({ extensions: { code: "BODY_TOO_LARGE", limit: 262_144 } });
  expect(errors[0]?.extensions["found"]).toBeGreaterThan(262_144);
});

it("refuses a document of more tokens than the limit", async () => {
  const { status, errors } = await hub.ask(`{ towns { ${"code ".repeat(DEFAULT_LIMITS.tokens)} } }`);
  expect(status).toBe(400);
  expect(errors[0]).toMatchObject({ extensions: { code: "GRAPHQL_PARSE_FAILED" } });
});

it("can be told not to show its schema", async () => {
  await using closed = await startTinyHub({ introspection: false });
  const { status, errors } = await closed.ask("{ __schema { types { name } } }");
  expect(status).toBe(400);
  expect(errors[0]?.extensions["code"]).toBe("GRAPHQL_VALIDATION_FAILED");
  expect((await closed.server.app.inject("/schema.graphql")).statusCode).toBe(404);
  expect((await hub.server.app.inject("/schema.graphql")).body).toContain("type Town");
});
