import { Engine } from "@hub/gateway/engine";
import type { SubgraphResult, SubgraphTransport } from "@hub/gateway/transport";
import { parse } from "graphql";
import { expect, test } from "vitest";
import { contextFor, pathsAndCodes, type Answer } from "./gateways.js";
import { composeFixture } from "./supergraph-fixture.js";

const { supergraphSdl } = composeFixture({
  name: "odd-answers",
  subgraphs: {
    posts: {
      sdl: `type Query { post: Post motto: String } type Post @key(fields: "id") { id: ID! }`,
      resolvers: {},
    },
    views: { sdl: `type Post @key(fields: "id") { id: ID! views: Int }`, resolvers: {} },
  },
  operations: [],
});
const QUERY = "{ post { id views } motto }";
const posts = { data: { post: { __typename: "Post", id: "1" }, motto: "学" } };
const views = { data: { _entities: [{ views: 3 }] } };

function answering(result: unknown): SubgraphTransport {
  return {
    subgraph: "",
    ready: () => Promise.resolve(true),
    execute: () => Promise.resolve(structuredClone(result) as SubgraphResult),
    close: () => Promise.resolve(),
  };
}

async function ask(fromPosts: unknown, fromViews: unknown): Promise<Answer> {
  const transports = new Map([
    ["posts", answering(fromPosts)],
    ["views", answering(fromViews)],
  ]);
  const request = { key: QUERY, document: parse(QUERY), operationName: undefined, variables: {} };
  return JSON.parse(await new Engine({ supergraphSdl, transports }).executeToJson(request, contextFor())) as Answer;
}

const GENERAL = JSON.stringify([null, "DOWNSTREAM_SERVICE_ERROR"]);
const everything = { post: { id: "1", views: 3 }, motto: "学" };

const paths = [null, "post", 5, {}, [], [{}], [null], [true], [["post"]], ["post", { at: 1 }], ["post", -1]];

test.each(paths)("an error with the path %j costs no data and is told", async (path) => {
  const errors = [{ message: "secret", path }];
  for (const answer of [await ask({ ...posts, errors }, views), await ask(posts, { ...views, errors })]) {
    expect(answer.data).toEqual(everything);
    expect(pathsAndCodes(answer)).toEqual([GENERAL]);
  }
});

test.each([["_entities", 9], ["_entities", 0], ["other"], ["_entities", "0"]])(
  "an error at %j %j, where nothing is missing, is told",
  async (...path) => {
    const answer = await ask(posts, { ...views, errors: [{ message: "secret", path }] });
    expect(answer.data).toEqual(everything);
    expect(pathsAndCodes(answer)).toEqual([GENERAL]);
  },
);

test.each([[null], ["words"], [{ message: 7 }], [{ extensions: "none" }], [{ extensions: { code: 5 } }]])(
  "%j is read as an error",
  async (error) => {
    const answer = await ask({ ...posts, errors: [error] }, views);
    expect(answer.data).toEqual(everything);
    expect(pathsAndCodes(answer)).toEqual([GENERAL]);
  },
);

test.each([{}, "words", { message: "secret" }])("errors that are no list, %j, are one error", async (errors) => {
  const answer = await ask({ ...posts, errors }, views);
  expect(answer.data).toEqual(everything);
  expect(pathsAndCodes(answer)).toEqual([GENERAL]);
});

test.each(["constructor", "toString", "hasOwnProperty"])("words under the code %s stay inside", async (code) => {
  const answer = await ask({ ...posts, errors: [{ message: "secret", extensions: { code } }] }, views);
  expect(JSON.stringify(answer)).not.toContain("secret");
});

test("extensions of an answer and fields nobody asked for are left out", async () => {
  const more = { data: { ...posts.data, more: 1 }, extensions: { cost: 5 } };
  expect(await ask(more, views)).toEqual({ data: everything });
});
