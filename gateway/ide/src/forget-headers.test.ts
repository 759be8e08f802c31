import { expect, it } from "vitest";
import { forgetHeaders } from "./forget-headers";

const headers = '{"Authorization": "Bearer secret"}';

it("keeps a token out of the stored history and favourites, and the requests in", () => {
  const stored = JSON.stringify({ queries: [{ query: "{ a }", variables: '{"headers":1}', headers }] });
  expect(forgetHeaders("graphiql:queries", stored)).toBe(
    '{"queries":[{"query":"{ a }","variables":"{\\"headers\\":1}"}]}',
  );
  expect(forgetHeaders("graphiql:favorites", JSON.stringify({ favorites: [{ headers }] }))).toBe('{"favorites":[{}]}');
});

it("leaves everything else as it is", () => {
  expect(forgetHeaders("graphiql:query", "not { json")).toBe("not { json");
});
