import { HubError, PUBLIC_VIEWER } from "@hub/schema";
import { buildSchema, GraphQLError } from "graphql";
import { expect, test } from "vitest";
import { createInProcessTransport } from "./in-process-transport.js";
import type { SubgraphCall } from "./transport.js";

const schema = buildSchema("type Query { who: String! slow: Int broken: Int refused: Int twice(of: Int!): Int! }");
const fields = schema.getQueryType()?.getFields() ?? {};
Object.assign(fields["who"] ?? {}, {
  resolve: (_: unknown, __: unknown, context: { subject: string }) => context.subject,
});
Object.assign(fields["slow"] ?? {}, { resolve: () => new Promise(() => undefined) });
Object.assign(fields["twice"] ?? {}, { resolve: (_: unknown, { of }: { of: number }) => of * 2 });
Object.assign(fields["broken"] ?? {}, {
  resolve: () => {
    throw new TypeError("connect 10.0.0.1:5432");
  },
});
Object.assign(fields["refused"] ?? {}, {
  resolve: () => {
    throw new GraphQLError("not you", { extensions: { code: "FORBIDDEN" } });
  },
});

const transport = createInProcessTransport({ subgraph: "schools", schema, contextFor: ({ viewer }) => viewer });

function call(changes: Partial<SubgraphCall> = {}): SubgraphCall {
  return {
    viewer: PUBLIC_VIEWER,
    requestId: "r",
    deadline: Date.now() + 1_000,
    signal: new AbortController().signal,
    ...changes,
  };
}

test("executes with the subgraph's own context and the variables given", async () => {
  const request = { query: "query ($n: Int!) { who twice(of: $n) }", variables: { n: 21 }, kind: "query" } as const;
  expect({ ...(await transport.execute(request, call())).data }).toEqual({ who: "public", twice: 42 });
});

test("an unexpected fault keeps its words to itself, a GraphQL error speaks", async () => {
  const { errors } = await transport.execute({ query: "{ broken refused }", kind: "query" }, call());
  expect(errors?.map(({ message, path, extensions }) => ({ message, path, code: extensions?.["code"] }))).toEqual([
    { message: expect.not.stringContaining("10.0.0.1") as string, path: ["broken"], code: "INTERNAL" },
    { message: "not you", path: ["refused"], code: "FORBIDDEN" },
  ]);
});

test("is bounded by the deadline and by the client's patience", async () => {
  const slow = { query: "{ slow }", kind: "query" } as const;
  const codeOf = (changes: Partial<SubgraphCall>): Promise<unknown> =>
    transport.execute(slow, call(changes)).catch((error: unknown) => (error as HubError).code);
  expect(await codeOf({ deadline: Date.now() + 50 })).toBe("SUBGRAPH_TIMEOUT");
  expect(await codeOf({ deadline: Date.now() - 1 })).toBe("SUBGRAPH_TIMEOUT");
  expect(await codeOf({ signal: AbortSignal.timeout(50) })).toBe("SUBGRAPH_UNAVAILABLE");
});

test("refuses a query its schema does not know", async () => {
  const unknown = transport.execute({ query: "{ nothing }", kind: "query" }, call());
  await expect(unknown).rejects.toMatchObject({ code: "SUBGRAPH_INVALID_RESPONSE" });
});
