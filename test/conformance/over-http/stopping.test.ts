import { expect, it, vi } from "vitest";
import { startTinyHub } from "./tiny-hub.js";

const post = (url: string, query: string) =>
  fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });

it("finishes the operations it accepted, takes no more, then stops", async () => {
  const hub = await startTinyHub();
  const url = await hub.server.listen({ host: "127.0.0.1", port: 0 });
  const running = post(url, "{ slow(ms: 400) }");
  await vi.waitFor(() => expect(hub.server.counts().running).toBe(1), { timeout: 30_000 });

  const closed = hub.server.close();
  await expect((await running).json()).resolves.toEqual({ data: { slow: "done" } });
  await closed;
  await expect(post(url, "{ towns { code } }")).rejects.toThrow();
});

it("does not wait longer than it was told", async () => {
  const hub = await startTinyHub({ drainTimeoutMs: 100 });
  const url = await hub.server.listen({ host: "127.0.0.1", port: 0 });
  const running = post(url, "{ slow(ms: 5000) }").catch(() => "cut off");
  await vi.waitFor(() => expect(hub.server.counts().running).toBe(1), { timeout: 30_000 });

  await hub.server.close();
  expect(await running).toBe("cut off");
});

it("gives up on an operation at its deadline", async () => {
  await using hub = await startTinyHub({ requestTimeoutMs: 100 });
  const { data, errors } = await hub.ask("{ slow(ms: 3000) }");
  expect(data).toEqual({ slow: null });
  expect(errors[0]?.extensions).toMatchObject({ code: "SUBGRAPH_TIMEOUT", subgraph: "register", retryable: true });
});
