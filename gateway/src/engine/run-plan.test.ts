import { composeServices } from "@theguild/federation-composition";
import { HubError, PUBLIC_VIEWER } from "@hub/schema";
import { parse } from "graphql";
import { expect, test } from "vitest";
import type { SubgraphRequest, SubgraphResult, SubgraphTransport } from "../transport/transport.js";
import { Engine } from "./engine.js";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])`;
const subgraphs = {
  schools: `${LINK} type Query { school: School other: Other }
    type School @key(fields: "id") { id: ID! name: String }
    type Other @key(fields: "id") { id: ID! }`,
  funding: `${LINK} type School @key(fields: "id") { id: ID! paid: Int }
    type Other @key(fields: "id") { id: ID! due: Int }`,
};

const { supergraphSdl = "" } = composeServices(
  Object.entries(subgraphs).map(([name, sdl]) => ({ name, typeDefs: parse(sdl), url: `http://${name}` })),
);

type Answer = (request: SubgraphRequest) => Promise<SubgraphResult>;

const schools: Answer = () =>
  Promise.resolve({
    data: { school: { __typename: "School", id: "1", name: "一中" }, other: { __typename: "Other", id: "2" } },
  });

async function ask(funding: Answer, root: Answer = schools): Promise<unknown> {
  const transport = (subgraph: string, execute: Answer): [string, SubgraphTransport] => [
    subgraph,
    { subgraph, execute, ready: () => Promise.resolve(true), close: () => Promise.resolve() },
  ];
  const transports = new Map([transport("schools", root), transport("funding", funding)]);
  const engine = new Engine({ supergraphSdl, transports });
  const query = "{ school { name paid } other { due } }";
  const request = { key: query, document: parse(query), operationName: undefined, variables: {} };
  const { signal } = new AbortController();
  const call = { viewer: PUBLIC_VIEWER, requestId: "r", deadline: Date.now() + 1_000, signal };
  const text = await engine.executeToJson(request, call);
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(await engine.execute(request, call))));
  const { data, errors = [] } = JSON.parse(text) as {
    data: unknown;
    errors?: { path: unknown; extensions: { code: unknown } }[];
  };
  return { data, errors: errors.map(({ path, extensions }) => [path, extensions.code]) };
}

const withoutFunding = { school: { name: "一中", paid: null }, other: { due: null } };

test("a transport that throws at once is a fault of its subgraph, as one that rejects", async () => {
  const fault = new HubError("SUBGRAPH_TIMEOUT", "late");
  const expected = {
    data: withoutFunding,
    errors: [
      [["school", "paid"], "SUBGRAPH_TIMEOUT"],
      [["other", "due"], "SUBGRAPH_TIMEOUT"],
    ],
  };
  const thrown = ask(() => {
    throw fault;
  });
  expect(await thrown).toEqual(expected);
  expect(await ask(() => Promise.reject(fault))).toEqual(expected);
});

test("a root call that throws at once leaves nothing to be asked", async () => {
  const answer = ask(
    () => Promise.reject(new TypeError("never asked")),
    () => {
      throw new TypeError("connect 10.0.0.1");
    },
  );
  expect(await answer).toEqual({
    data: { school: null, other: null },
    errors: [
      [["school"], "SUBGRAPH_UNAVAILABLE"],
      [["other"], "SUBGRAPH_UNAVAILABLE"],
    ],
  });
});

test("parts of a call that brought nothing together are asked one by one, and each ends once", async () => {
  const asked: string[] = [];
  const answer = ask(({ query, variables = {} }) => {
    asked.push(Object.keys(variables).join());
    if (query.includes("entities_1")) return Promise.resolve({ data: null, errors: [{ message: "all" }] });
    if (query.includes("due")) throw new HubError("SUBGRAPH_TIMEOUT", "late");
    return Promise.resolve({ data: { _entities: [{ paid: 5 }] } });
  });
  expect(await answer).toEqual({
    data: { school: { name: "一中", paid: 5 }, other: { due: null } },
    errors: [[["other", "due"], "SUBGRAPH_TIMEOUT"]],
  });
  const once = ["representations_0,representations_1", "representations", "representations"];
  expect(asked).toEqual([...once, ...once]);
});
