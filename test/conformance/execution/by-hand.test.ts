import { createExecutor, prepareDocument } from "@hub/schema";
import { buildSchema, GraphQLError, parse, type GraphQLFieldResolver, type GraphQLSchema } from "graphql";
import { describe, expect, test } from "vitest";
import { expectSame } from "./oracle.js";

type Resolvers = Readonly<Record<string, Readonly<Record<string, GraphQLFieldResolver<never, never>>>>>;

function schemaOf(sdl: string, resolvers: Resolvers = {}): GraphQLSchema {
  const schema = buildSchema(sdl);
  for (const [type, fields] of Object.entries(resolvers)) {
    const known = (schema.getType(type) as { getFields(): Record<string, { resolve?: unknown }> }).getFields();
    for (const [name, resolve] of Object.entries(fields)) known[name]!.resolve = resolve;
  }
  return schema;
}

const rejects = (message: string, ticks: number) => async (): Promise<never> => {
  // Each tick must be one of its own.
  // oxlint-disable-next-line unicorn/no-unnecessary-await
  for (let tick = 0; tick < ticks; tick++) await null;
  throw new Error(message);
};

describe("fields", () => {
  const schema = schemaOf(
    "type Query { a: String b(x: Int = 5, y: [Int!], z: In): String c: Query list: [Query!] d: Query! } input In { k: Int = 2, l: String! }",
    {
      Query: { b: (_root, args) => JSON.stringify(args) },
    },
  );
  const rootValue = () => {
    const root = {
      a: "A",
      c: { a: () => "called", c: { a: 1 } },
      list: [{ a: "1" }, { a: 2 }],
      get d() {
        return this;
      },
    };
    return root;
  };

  test.each([
    "{ a }",
    "{ __typename a x: a __proto__: a toString: a constructor: a then: a }",
    "{ c { a } c { c { a } } ...F } fragment F on Query { c { c { __typename b: b } } list { ...G } } fragment G on Query { a ... { a } ... on Query { x: a } }",
    '{ b one: b(x: null) two: b(x: 1, y: 2) three: b(y: [1, 2], z: { l: "w" }) }',
    "{ d { d { d { a c { a } } } } }",
    "{ __schema { queryType { name } } a }",
    '{ __type(name: "Query") { name } a }',
    "mutation { a }",
    "query A { a } query B { x: a }",
    "{ a @skip(if: true) b @include(if: false) c @skip(if: false) @include(if: true) { a @include(if: true) } }",
    "{ nothing { at all } a }",
  ])("%s", async (query) => {
    await expectSame(schema, { query, rootValue });
  });

  test.each([
    [{}],
    [{ x: null }],
    [{ x: 3, y: [4], z: { l: "l" }, s: true, i: false }],
    [{ x: "no", s: 1 }],
    [{ s: null, i: true }],
    [{ s: true, i: true, z: { k: null, l: "l", m: 1 } }],
    [{ y: 7, i: true, s: false }],
    [{ y: new Set([1, 2]), i: true, s: false }],
    [{ y: [1, null], i: true, s: false }],
  ])("variables %j", async (variables) => {
    const query =
      'query ($x: Int = 9, $y: [Int!], $z: In, $s: Boolean = false, $i: Boolean! = true) { b(x: $x, y: $y, z: $z) w: b(z: { k: $x, l: "l" }) a @skip(if: $s) c @include(if: $i) { a ...F @skip(if: $s) } } fragment F on Query { x: a @include(if: $i) }';
    await expectSame(schema, { query, variables, rootValue });
  });

  test("operations by name", async () => {
    const query = "query A { a } query B($n: Int!) { b(x: $n) } mutation M { a }";
    const prepared = prepareDocument(schema, parse(query));
    for (const operationName of ["A", "B", "C", "M", ""]) {
      await expectSame(schema, { query, operationName, rootValue }, prepared);
    }
  });

  test("128 ways through one operation", async () => {
    const flags = ["a", "b", "c", "d", "e", "f", "g"];
    const query = `query (${flags.map((flag) => `$${flag}: Boolean!`).join()}) { ${flags.map((flag) => `${flag}: a @include(if: $${flag})`).join(" ")} }`;
    const prepared = prepareDocument(schema, parse(query));
    for (let way = 0; way < 128; way++) {
      const variables = Object.fromEntries(flags.map((flag, bit) => [flag, Boolean(way & (1 << bit))]));
      await expectSame(schema, { query, variables, rootValue }, prepared);
    }
  });
});

describe("arguments", () => {
  test("belong to one call, whatever a resolver does to them", async () => {
    const schema = schemaOf(
      "type Query { rows: [Row!]! } type Row { f(x: Int, in: In, list: [Int!] = [1]): String } input In { k: [Int!] }",
      {
        Query: { rows: () => [{}, {}, {}] },
        Row: {
          f: (_row, args: { x?: number; in?: { k: number[] }; list: number[] }) => {
            const told = JSON.stringify(args);
            args.x = 7;
            args.in?.k.push(8);
            return told;
          },
        },
      },
    );
    await expectSame(schema, {
      query: "query ($x: Int) { rows { f(x: $x) g: f(x: 1) h: f(in: { k: [1] }) i: f(in: { k: [$x] }) j: f } }",
      variables: { x: 2 },
    });
  });
});

describe("errors that race", () => {
  const sdl =
    "type Query { a: A b: A! c: [A!] d: [[A]!] e: String } type A { strict: String! plain: String late: String! inner: A! list: [A!]! }";
  const delays = [0, 1, 2, 3, 4, 5, 6, 7, 8];

  test.each(delays)("a sibling that fails %i ticks later", async (ticks) => {
    for (const other of delays) {
      const schema = schemaOf(sdl, {
        Query: {
          a: () => ({}),
          b: () => ({}),
          c: async () => [{}, {}],
          d: () => [[{}, {}], [{}]],
          e: rejects("e", other),
        },
        A: {
          strict: rejects("strict", ticks),
          plain: rejects("plain", other),
          late: () => rejects("late", ticks + other)(),
          inner: () => (other % 2 ? {} : Promise.resolve({})),
          list: async () => [{}, Promise.resolve({})],
        },
      });
      for (const query of [
        "{ a { strict plain } e }",
        "{ e a { inner { strict plain } plain late } }",
        "{ c { strict plain inner { plain late } } e a { list { late plain } } }",
        "{ d { plain inner { late } strict } b { list { inner { plain strict } } plain } e }",
      ]) {
        await expectSame(schema, { query });
      }
    }
  });
});

describe("the executor of a subgraph", () => {
  const schema = schemaOf("type Query { fine: String broken: String refused: String }", {
    Query: {
      broken: () => {
        throw new Error("a secret");
      },
      refused: () => {
        throw new GraphQLError("Not for you.", { extensions: { code: "FORBIDDEN" } });
      },
    },
  });

  test("masks faults, keeps refusals, tells the whole fault to the log", async () => {
    const faults: unknown[] = [];
    const execute = createExecutor(schema, (fault, path) => faults.push([String(fault), path]));
    const { data, errors } = await execute({ query: "{ fine broken refused }" }, {});
    expect(data).toEqual({ fine: null, broken: null, refused: null });
    expect(errors?.map(({ path, extensions }) => [path, extensions["code"]])).toEqual([
      [["broken"], "INTERNAL"],
      [["refused"], "FORBIDDEN"],
    ]);
    expect(JSON.stringify(errors)).not.toContain("secret");
    expect(faults).toEqual([["Error: a secret", ["broken"]]]);
  });
});
