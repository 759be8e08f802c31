import { Engine } from "@hub/gateway/engine";
import type { SubgraphResult, SubgraphTransport } from "@hub/gateway/transport";
import { HubError } from "@hub/schema";
import { execute, parse, printSchema, validate } from "graphql";
import { expect, test } from "vitest";
import { contextFor, pathsAndCodes, transportsOf, type Answer } from "./gateways.js";
import { composeFixture, type SupergraphFixture } from "./supergraph-fixture.js";
import { linkedDirectives, oneSidedDirective } from "./supergraphs/linked-directives.js";

const ABOUT_ITSELF = "{_service{sdl}}";

interface Started {
  readonly engine: Engine;
  /** What subgraphs are asked for data, and how often each is asked about itself. */
  readonly sent: string[];
  readonly asked: Record<string, number>;
  /** Subgraphs that cannot be reached. */
  readonly down: Set<string>;
  ask(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
}

function start(fixture: SupergraphFixture): Started {
  const { supergraphSdl, schemas } = composeFixture(fixture);
  const sent: string[] = [];
  const asked: Record<string, number> = {};
  const down = new Set<string>();
  const transports = new Map(
    [...schemas].map(([subgraph, schema]): [string, SubgraphTransport] => [
      subgraph,
      {
        subgraph,
        ready: () => Promise.resolve(true),
        close: () => Promise.resolve(),
        execute: async ({ query, variables = {} }) => {
          if (query === ABOUT_ITSELF) asked[subgraph] = (asked[subgraph] ?? 0) + 1;
          else sent.push(`${subgraph}: ${query}`);
          if (down.has(subgraph)) {
            throw new HubError("SUBGRAPH_UNAVAILABLE", `Subgraph "${subgraph}": found nobody; expected an answer.`);
          }
          const document = parse(query);
          // A subgraph refuses what it does not know.
          expect(validate(schema, document)).toEqual([]);
          return JSON.parse(
            JSON.stringify(await execute({ schema, document, variableValues: variables })),
          ) as SubgraphResult;
        },
      },
    ]),
  );
  const engine = new Engine({ supergraphSdl, transports });
  const ask = async (query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> => {
    const document = parse(query);
    expect(validate(engine.schema.apiSchema, document)).toEqual([]);
    sent.length = 0;
    const request = { key: query, document, operationName: undefined, variables };
    return JSON.parse(await engine.executeToJson(request, contextFor())) as Answer;
  };
  return { engine, sent, asked, down, ask };
}

/** The same directives without @link, which composition takes only where the defaults agree. */
const unlinked: SupergraphFixture = {
  ...linkedDirectives,
  subgraphs: Object.fromEntries(
    Object.entries(linkedDirectives.subgraphs).map(([name, { sdl, resolvers }]) => {
      const own = sdl
        .replace(/extend schema .*\n/, "")
        .replace("level: Tone!, times: Int)", "level: Tone! = SOFT, times: Int = 1)");
      return [name, { sdl: own, resolvers }];
    }),
  ),
};

const both = start(linkedDirectives);
const oneSided = start(oneSidedDirective);

test("directives without @link are treated alike, and need no asking", async () => {
  const { ask, asked } = start(unlinked);
  const query =
    "query @tone { hello @tone(level: LOUD) shops { ...S @tone } } fragment S on Shop { sign motto @tone label }";
  expect((await ask(query)).data).toEqual({
    hello: "hello LOUD+1 SOFT+1",
    shops: [{ sign: "sign - SOFT+1", motto: "motto SOFT+1 SOFT+1", label: "[sign - SOFT+1] - SOFT+1" }, null],
  });
  expect(asked).toEqual({});
});

test("the defaults clients see reach a subgraph that has none", async () => {
  expect(await both.ask("{ hello @tone farewell @tone(level: LOUD, times: 2) }")).toEqual({
    data: { hello: "hello SOFT+1 -", farewell: "farewell LOUD+2 -" },
  });
  expect(both.sent.sort()).toEqual([
    "street: {hello@tone(level:SOFT times:1)}",
    "trade: {farewell@tone(level:LOUD times:2)}",
  ]);
});

const BY_VARIABLE = "query ($level: Tone, $level_or_0: Int) { hello @tone(level: $level, times: $level_or_0) }";

test.each([
  [{}, "hello SOFT+1 -"],
  [{ level: "LOUD" }, "hello LOUD+1 -"],
  [{ level: "LOUD", level_or_0: 5 }, "hello LOUD+5 -"],
  [{ level_or_0: null }, "hello SOFT+ -"],
])("a variable that may be left out leaves the default: %j", async (variables, hello) => {
  expect(await both.ask(BY_VARIABLE, variables)).toEqual({ data: { hello } });
});

test("directives follow aliases, fragments and required fields to entities", async () => {
  const query = `query ($level: Tone = LOUD) { all: shops { ...S } }
    fragment S on Shop { motto @tone plain: motto ... on Shop { sign @tone(level: $level) } loud: label @tone(level: LOUD) label }`;
  // The sign the label requires is the one the client asks for.
  const label = "[sign LOUD+1 -]";
  expect(await both.ask(query)).toEqual({
    data: {
      all: [
        {
          motto: "motto SOFT+1 -",
          plain: "motto - -",
          sign: "sign LOUD+1 -",
          loud: `${label} LOUD+1 -`,
          label: `${label} - -`,
        },
        null,
      ],
    },
  });
});

test("an operation's own directive stands on every request", async () => {
  const query = "query ($times: Int!) @tone(times: $times) { hello farewell shops { label motto } }";
  expect(await both.ask(query, { times: 4 })).toEqual({
    data: {
      hello: "hello - SOFT+4",
      farewell: "farewell - SOFT+4",
      shops: [{ label: "[sign - SOFT+4] - SOFT+4", motto: "motto - SOFT+4" }, null],
    },
  });
  expect(both.sent.filter((text) => text.includes("@tone(level:SOFT times:$times)"))).toHaveLength(both.sent.length);
});

test("what may not stand where fragments are written out is left out", async () => {
  const query = "{ shops { ...S @tone } } fragment S on Shop @tone(times: 3) { sign motto }";
  expect(await both.ask(query)).toEqual({ data: { shops: [{ sign: "sign - -", motto: "motto - -" }, null] } });
  expect(both.sent.join()).not.toContain("@tone");
});

test("a mutation's directive stands on the queries it brings about", async () => {
  expect(await both.ask("mutation @tone { open { sign @tone motto } }")).toEqual({
    data: { open: { sign: "sign SOFT+1 SOFT+1", motto: "motto - SOFT+1" } },
  });
});

test("@skip and @include are as ever", async () => {
  const query = "query ($no: Boolean!) { hello @tone @skip(if: $no) farewell @include(if: $no) @tone }";
  expect(await both.ask(query, { no: true })).toEqual({ data: { farewell: "farewell SOFT+1 -" } });
  expect(both.sent).toEqual(["trade: {farewell@tone(level:SOFT times:1)}"]);
});

test("clients see what they may use and nothing else that is linked", () => {
  const text = printSchema(both.engine.schema.apiSchema);
  expect(text).toContain("directive @tone(level: Tone! = SOFT, times: Int = 1) on ");
  expect(text).toContain("enum Tone {");
  expect(text).not.toMatch(/shelf|link|join/);
});

test("a subgraph that does not define a directive is never sent it", async () => {
  for (let time = 0; time < 2; time += 1) {
    expect(
      await oneSided.ask("query @tone { hello @tone(level: 1) farewell @tone shop { sign @tone motto @tone } }"),
    ).toEqual({
      data: {
        hello: "hello 1 3",
        farewell: "farewell",
        shop: { sign: "sign 3 3", motto: "motto" },
      },
    });
    expect(oneSided.sent.filter((text) => text.startsWith("trade:")).join()).not.toContain("@tone");
  }
  expect(oneSided.asked).toEqual({ street: 1, trade: 1 });
});

test("a subgraph with an older definition is sent what it defines, if that means the same", async () => {
  const { street, trade } = linkedDirectives.subgraphs;
  const older = street?.sdl
    .replace("level: Tone!, times: Int)", "level: Tone!)")
    .replace("on FIELD | QUERY |", "on FIELD |");
  const { ask } = start({
    ...linkedDirectives,
    subgraphs: { street: { sdl: older ?? "", resolvers: street?.resolvers ?? {} }, ...(trade && { trade }) },
  });
  expect(
    await ask("query @tone { hello @tone loud: hello @tone(level: LOUD, times: 2) farewell @tone(times: 2) }"),
  ).toEqual({
    data: { hello: "hello SOFT -", loud: "hello - -", farewell: "farewell SOFT+2 SOFT+1" },
  });
});

test("a variable only such a directive uses is not sent either", async () => {
  const query = "query ($level: Int) { farewell @tone(level: $level) hello @tone(level: $level) }";
  expect(await oneSided.ask(query, { level: 8 })).toEqual({ data: { farewell: "farewell", hello: "hello 8 -" } });
  expect(oneSided.sent).toContain("trade: {farewell}");
});

test("while a subgraph cannot be reached the others answer, and later it is asked again", async () => {
  const { ask, down, sent } = start(oneSidedDirective);
  down.add("street");
  const found = await ask("{ hello @tone farewell @tone }");
  expect(found.data).toEqual({ hello: null, farewell: "farewell" });
  expect(pathsAndCodes(found)).toEqual([JSON.stringify([["hello"], "SUBGRAPH_UNAVAILABLE"])]);
  down.clear();
  expect(await ask("{ hello @tone farewell @tone }")).toEqual({ data: { hello: "hello 3 -", farewell: "farewell" } });
  expect(sent.sort()).toEqual(["street: {hello@tone(level:3)}", "trade: {farewell}"]);
});

test("operations without such a directive ask no subgraph about itself", async () => {
  const { ask, asked } = start(oneSidedDirective);
  expect(await ask("{ hello shop { motto } }")).toEqual({ data: { hello: "hello - -", shop: { motto: "motto" } } });
  expect(asked).toEqual({});
});

test("what is linked for security and not known is still refused", () => {
  const { supergraphSdl, schemas } = composeFixture(oneSidedDirective);
  const marked = supergraphSdl.replace('tone/v1.0", ', 'tone/v1.0", for: SECURITY, ');
  expect(() => new Engine({ supergraphSdl: marked, transports: transportsOf({ supergraphSdl, schemas }) })).toThrow(
    "for: SECURITY",
  );
});
