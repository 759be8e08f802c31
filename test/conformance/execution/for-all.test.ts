import { forAllResolver, prepareDocument } from "@hub/schema";
import { buildSchema, execute, parse, type ExecutionResult, type GraphQLSchema } from "graphql";
import { describe, expect, test } from "vitest";
import { generateOperation } from "../engine/generate-operation.js";
import type { Faults } from "./faults.js";
import { createForAllSchema } from "./for-all-schema.js";
import { expectSame } from "./oracle.js";

const total = Number(process.env["HUB_CORPUS"] ?? 300);

/** `racing` of a hundred operations may tell other errors of those that happen in one turn, or tell them in another order. */
const BEHAVIOURS = [
  { name: "no faults", rate: 0, racing: 1 },
  { name: "few faults", rate: 0.03, racing: 2 },
  { name: "many faults", rate: 0.2, racing: 8 },
];

describe("fields resolved for all parents at once", () => {
  const schema = createForAllSchema();

  test.each(BEHAVIOURS)("$name", { timeout: 600_000 }, async ({ rate, racing }) => {
    let others = 0;
    for (let seed = 1; seed <= total; seed++) {
      const context = (): Faults => ({ seed, rate, promises: 0, note: () => undefined });
      const { query, variables = {} } = generateOperation(schema, seed);
      const document = parse(query);
      const prepared = prepareDocument(schema, document);
      await prepared({ variables, context: context() });
      const found = await prepared({ variables, context: context() });
      const expected = await execute({ schema, document, variableValues: variables, contextValue: context() });

      expect(JSON.stringify(found.data), query).toBe(JSON.stringify(expected.data));
      expect(found.errors === undefined, query).toBe(expected.errors === undefined);
      if (told(found) !== told(expected)) others += 1;
    }
    expect(others).toBeLessThanOrEqual((total * racing) / 100);
  });
});

function told({ errors = [] }: ExecutionResult): string {
  return JSON.stringify(errors.map((error) => error.toJSON()));
}

/** What `words` was asked for, call by call. */
interface Calls {
  readonly calls: string[][];
}

function library(): GraphQLSchema {
  const schema = buildSchema(`
    type Query { books: [Book!]! }
    type Book { id: ID! title: String pages: Int! author: Author shelves: [[Book!]!] }
    type Author { name: String }
  `);
  const fields = (type: string) => (schema.getType(type) as ReturnType<typeof schema.getQueryType>)!.getFields();
  fields("Query")["books"]!.resolve = () => [{ id: "a" }, { id: "b" }, { id: "c" }];
  fields("Book")["title"]!.resolve = forAllResolver((books, _args, context) => {
    const ids = (books as { id: string }[]).map(({ id }) => id);
    (context as Calls).calls.push(ids);
    return Promise.resolve(ids.map((id) => (id === "b" ? new Error(`no title of ${id}`) : `Book ${id}`)));
  });
  fields("Book")["pages"]!.resolve = forAllResolver((books) => Promise.resolve(books.map(() => 7)));
  fields("Book")["author"]!.resolve = forAllResolver((books) => Promise.resolve(books.map(() => ({ name: "Lu Xun" }))));
  fields("Book")["shelves"]!.resolve = forAllResolver((books) =>
    Promise.resolve(books.map((book) => [[book], [book]])),
  );
  return schema;
}

test("a field is asked once for all rows of a level, an error is its row's alone", async () => {
  const schema = library();
  const document = parse("{ books { title id shelves { title author { name } } } }");
  const prepared = prepareDocument(schema, document);
  await prepared({ context: { calls: [] } });
  const context: Calls = { calls: [] };
  const { data, errors } = await prepared({ context });

  expect(context.calls).toEqual([
    ["a", "b", "c"],
    ["a", "a", "b", "b", "c", "c"],
  ]);
  expect(Object.keys((data as { books: object[] }).books[0]!)).toEqual(["title", "id", "shelves"]);
  expect(errors?.map(({ path }) => path?.join("."))).toEqual([
    "books.1.title",
    "books.1.shelves.0.0.title",
    "books.1.shelves.1.0.title",
  ]);
});

test("a non-null value that fails makes null what holds it, as far up as it must", async () => {
  const schema = library();
  const fields = (schema.getType("Book") as ReturnType<typeof schema.getQueryType>)!.getFields();
  fields["pages"]!.resolve = forAllResolver((books) => {
    return Promise.resolve((books as { id: string }[]).map(({ id }) => (id === "b" ? null : 7)));
  });
  const context = (): Calls => ({ calls: [] });

  const whole = await expectSame(schema, { query: "{ books { id pages } }", context });
  expect(JSON.parse(whole)).toMatchObject({ data: null, errors: [{ path: ["books", 1, "pages"] }] });
  fields["pages"]!.resolve = forAllResolver((books) => Promise.resolve(books.map(() => null)));
  const shelves = await expectSame(schema, { query: "{ books { id shelves { id pages } } }", context });
  expect(JSON.parse(shelves)).toMatchObject({
    data: { books: [{ shelves: null }, { shelves: null }, { shelves: null }] },
  });
});

test("a read that fails as a whole fails the field in every row", async () => {
  const schema = library();
  const fields = (schema.getType("Book") as ReturnType<typeof schema.getQueryType>)!.getFields();
  for (const refuse of [
    () => Promise.reject(new Error("gone")),
    () => {
      throw new Error("gone");
    },
  ]) {
    fields["author"]!.resolve = forAllResolver(refuse as never);
    const answer = await expectSame(schema, {
      query: "{ books { author { name } id } }",
      context: () => ({ calls: [] }),
    });
    expect(JSON.parse(answer).errors).toHaveLength(3);
  }
});
