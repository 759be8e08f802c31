import { ApolloServer } from "@apollo/server";
import { createEngineGateway } from "@hub/gateway/engine";
import type { GatewayContext } from "@hub/gateway/gateway-context";
import { getIntrospectionQuery, printSchema, buildClientSchema, type IntrospectionQuery } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contextFor, transportsOf } from "./gateways.js";
import { composeFixture } from "./supergraph-fixture.js";
import { interfaces } from "./supergraphs/interfaces.js";

const composed = composeFixture(interfaces);
const gateway = createEngineGateway({ supergraphSdl: composed.supergraphSdl, transports: transportsOf(composed) });
const server = new ApolloServer<GatewayContext>({ gateway, introspection: true });

beforeAll(() => server.start());
afterAll(() => server.stop());

async function ask(
  query: string,
  variables: Record<string, unknown> = {},
): Promise<{ status: number | undefined; data: unknown; codes: unknown[] }> {
  const { body, http } = await server.executeOperation({ query, variables }, { contextValue: contextFor() });
  if (body.kind !== "single") {
    throw new TypeError("Response: found several parts; expected one.");
  }
  const { data, errors = [] } = JSON.parse(JSON.stringify(body.singleResult)) as {
    data?: unknown;
    errors?: { extensions: { code: string } }[];
  };
  return { status: http.status, data, codes: errors.map((error) => error.extensions.code) };
}

test("answers through Apollo Server", async () => {
  expect(await ask("query ($id: ID!) { place(id: $id) { id ... on School { visits } } }", { id: "3" })).toEqual({
    status: undefined,
    data: { place: { id: "3", visits: 3 } },
    codes: [],
  });
});

test("answers introspection, alone and beside data", async () => {
  const whole = await ask(getIntrospectionQuery());
  expect(printSchema(buildClientSchema(whole.data as IntrospectionQuery))).toContain("interface Visited");
  const mixed = await ask(
    "query ($name: String!) { ...S places { __typename } } fragment S on Query { type: __type(name: $name) { kind } }",
    { name: "Place" },
  );
  expect(JSON.stringify(mixed.data)).toBe(
    '{"type":{"kind":"INTERFACE"},"places":[{"__typename":"School"},{"__typename":"Office"},{"__typename":"School"}]}',
  );
});

test("refuses variables of a wrong type as the client's mistake", async () => {
  const { codes, data } = await ask("query ($id: ID!) { place(id: $id) { id } }", { id: { no: 1 } });
  expect({ codes, data }).toEqual({ codes: ["BAD_USER_INPUT"], data: undefined });
});

test("runs the operation that is named", async () => {
  const query = "query A { places { id } } query B { place(id: 2) { id } }";
  const { body } = await server.executeOperation({ query, operationName: "B" }, { contextValue: contextFor() });
  expect(body.kind === "single" && body.singleResult.data).toEqual({ place: { id: "2" } });
});
