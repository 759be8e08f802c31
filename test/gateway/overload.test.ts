import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";
import { describe, expect, it } from "vitest";
import { startTinyHub, type TinyHub } from "../conformance/over-http/tiny-hub.js";

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: string;
}

/** A hub on a port, with as many connections to it as a test wants requests at a time. */
async function listening(hub: TinyHub, connections: number) {
  const pool = new Pool(await hub.server.listen({ host: "127.0.0.1", port: 0 }), { connections });
  const ask = async (query: string, signal: AbortSignal | null = null): Promise<Answer> => {
    const { statusCode, headers, body } = await pool.request({
      method: "POST",
      path: "/graphql",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
      signal,
    });
    const text = await body.text();
    return { status: statusCode, retryAfter: headers["retry-after"] as string | undefined, body: text };
  };
  return { ask, [Symbol.asyncDispose]: () => pool.destroy() };
}

const SLOW = "{ slow(ms: 300) }";

describe.each([true, false])("more than the hub can carry (fast path: %s)", (fastPath) => {
  const start = (running: number, waiting: number, waitMs = 5_000) =>
    startTinyHub({ engine: "hub", fastPath, admission: { running, waiting, waitMs } });

  it("is refused at once with 503 and Retry-After, while what was accepted is answered", async () => {
    await using hub = await start(4, 4);
    await using client = await listening(hub, 40);
    await client.ask(SLOW);
    const order: number[] = [];
    const ask = async () => {
      const answer = await client.ask("{ slow(ms: 1500) }");
      order.push(answer.status);
      return answer;
    };
    const answers = await Promise.all(Array.from({ length: 40 }, ask));

    const accepted = answers.filter(({ status }) => status === 200);
    const refused = answers.filter(({ status }) => status === 503);
    expect(accepted).toHaveLength(8);
    expect(refused).toHaveLength(32);
    for (const { body } of accepted) expect(JSON.parse(body)).toEqual({ data: { slow: "done" } });
    for (const { retryAfter, body } of refused) {
      expect(retryAfter).toBe("1");
      const { errors } = JSON.parse(body) as { errors: { extensions: object }[] };
      expect(errors[0]?.extensions).toMatchObject({ code: "OVERLOADED", retryable: true });
      expect(errors[0]?.extensions).toHaveProperty("requestId");
    }
    // Nobody who was refused waited for those who ran.
    expect(order).toEqual([...Array.from({ length: 32 }, () => 503), ...Array.from({ length: 8 }, () => 200)]);
    expect(hub.server.counts()).toMatchObject({ running: 0, waiting: 0 });
  });

  it("is refused after a while when no place is left in time", async () => {
    await using hub = await start(1, 1, 50);
    await using client = await listening(hub, 2);
    const first = client.ask(SLOW);
    await sleep(100);
    const second = await client.ask(SLOW);
    expect(second.status).toBe(503);
    expect((await first).status).toBe(200);
  });

  it("gives the place of a client that leaves to the next", async () => {
    await using hub = await start(1, 1);
    await using client = await listening(hub, 4);
    const leaving = new AbortController();
    const left = client.ask("{ slow(ms: 20000) }", leaving.signal).catch(() => "left");
    await expect.poll(() => hub.server.counts().running).toBe(1);
    const waitingLeaves = new AbortController();
    const alsoLeft = client.ask(SLOW, waitingLeaves.signal).catch(() => "left");
    await expect.poll(() => hub.server.counts().waiting).toBe(1);

    waitingLeaves.abort();
    expect(await alsoLeft).toBe("left");
    await expect.poll(() => hub.server.counts().waiting).toBe(0);
    const next = client.ask(SLOW);
    await expect.poll(() => hub.server.counts().waiting).toBe(1);
    leaving.abort();
    expect(await left).toBe("left");
    expect((await next).status).toBe(200);
    expect(hub.server.counts()).toMatchObject({ running: 0, waiting: 0 });
  });

  it("stays answerable through a flood, and is whole after it", async () => {
    await using hub = await start(8, 8);
    await using client = await listening(hub, 100);
    const answers = await Promise.all(
      Array.from({ length: 2_000 }, (_, index) => client.ask(index % 50 === 0 ? SLOW : "{ towns { code budget } }")),
    );
    expect(new Set(answers.map(({ status }) => status))).not.toContain(500);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect((await client.ask("{ towns { code } }")).status).toBe(200);
    expect(hub.server.counts()).toMatchObject({ running: 0, waiting: 0 });
  });
});
