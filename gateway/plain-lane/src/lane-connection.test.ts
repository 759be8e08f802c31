import { once } from "node:events";
import type { Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { echo, startLaneServer, type LaneServer, type SeenRequest } from "./testing/lane-server.js";
import { connectRaw, post, type RawClient } from "./testing/raw-client.js";
import type { PlainAnswer } from "./plain-answer.js";

const TYPE = { "content-type": "application/json; charset=utf-8" };
const LONGEST = 400_000;
const GET = "GET /livez HTTP/1.1\r\nHost: hub\r\n\r\n";

/** A request that has come and waits for the test to answer it. */
interface Held {
  readonly request: SeenRequest;
  readonly left: Promise<void>;
  readonly hasLeft: () => boolean;
  answer(body: string): void;
  /** Leaves it to node:http. */
  leave(): void;
}

let server: LaneServer;
let held: Held[];
let wake: () => void;
let clients: RawClient[];

beforeEach(async () => {
  held = [];
  clients = [];
  wake = () => undefined;
  server = await startLaneServer(
    (request, client) => {
      if (request.method === "GET" || request.body.startsWith("echo")) return echo(request, client);
      let hasLeft = false;
      const left = new Promise<void>((resolve) =>
        client.onLeave(() => {
          hasLeft = true;
          resolve();
        }),
      );
      return new Promise<PlainAnswer | null>((resolve) => {
        const answer = (body: string): void => resolve({ status: 200, headers: TYPE, body });
        held.push({ request, left, hasLeft: () => hasLeft, answer, leave: () => resolve(null) });
        wake();
      });
    },
    true,
    LONGEST,
  );
});

afterEach(async () => {
  const stopped = server.stop();
  for (const { socket } of clients) socket.destroy();
  for (const { answer } of held) answer("late");
  await stopped;
});

function connect(): RawClient {
  const client = connectRaw(server.port);
  clients.push(client);
  return client;
}

async function nth(place: number): Promise<Held> {
  while (held.length <= place) await new Promise<void>((resolve) => (wake = resolve));
  return held[place] as Held;
}

async function accepted(client: RawClient): Promise<Socket> {
  client.write(post("echo"));
  await client.answer();
  return [...server.sockets].find((socket) => socket.remotePort === client.socket.localPort) as Socket;
}

const bodies = async (client: RawClient, count: number): Promise<(string | undefined)[]> => {
  const seen: (string | undefined)[] = [];
  for (let turn = 0; turn < count; turn++) {
    const body = (await client.answer())?.body;
    seen.push(body?.startsWith("{") ? (JSON.parse(body) as SeenRequest).body || "GET" : body);
  }
  return seen;
};

describe("what the lane serves", () => {
  test("plain requests never reach node:http; the connection goes over with the first that is not plain", async () => {
    const client = connect();
    client.write(post("echo 1"));
    expect(await bodies(client, 1)).toEqual(["echo 1"]);
    client.write(post("echo 2", "Connection: keep-alive\r\nX-Request-Id: 7\r\n"));
    expect(await bodies(client, 1)).toEqual(["echo 2"]);
    expect(server.standard).toBe(0);
    client.write(GET);
    expect(await bodies(client, 1)).toEqual(["GET"]);
    client.write(post("echo 3"));
    expect(await bodies(client, 1)).toEqual(["echo 3"]);
    expect(server.standard).toBe(2);
  });

  test("an answer in ASCII, latin-1, any other text or bytes comes as it is, to one client or to many", async () => {
    const texts = ["ascii", "caf\u00e9", "学校🎓", "", "a".repeat(300_000), "学".repeat(300_000)];
    for (const [text, body] of texts.flatMap((each) => [[each, each] as const, [each, Buffer.from(each)] as const])) {
      const answer: PlainAnswer = { status: 200, headers: TYPE, body };
      const shared = await startLaneServer(async () => answer, true);
      const asking = [1, 2, 3].map(() => connectRaw(shared.port));
      for (const client of asking) client.write(post("q"));
      for (const client of asking) expect((await client.answer())?.body === text).toBe(true);
      for (const { socket } of asking) socket.destroy();
      await shared.stop();
    }
  });
});

describe("a body of several reads", () => {
  /** Writes pieces so that the server reads them apart. */
  async function writeApart(client: RawClient, ...pieces: readonly (string | Buffer)[]): Promise<void> {
    for (const piece of pieces) {
      client.write(piece);
      await accepted(connect());
    }
  }

  test("is the lane's, whatever its cuts and length, and the connection stays with it", async () => {
    const client = connect();
    for (const text of ["ab", "学校🎓", "a".repeat(LONGEST - 5), "学".repeat(130_000)]) {
      const bytes = Buffer.from(post(`echo ${text}`));
      const middle = Math.floor((bytes.length + bytes.indexOf("echo")) / 2);
      await writeApart(client, bytes.subarray(0, middle), bytes.subarray(middle));
      expect((await bodies(client, 1))[0] === `echo ${text}`).toBe(true);
    }
    expect(server.standard).toBe(0);
  });

  test("beyond what the lane takes, or with more behind it, is node:http's", async () => {
    const [long, followed] = [connect(), connect()];
    long.write(post(`echo ${"a".repeat(LONGEST)}`));
    expect((await bodies(long, 1))[0]).toHaveLength(LONGEST + 5);
    expect(server.standard).toBe(1);
    await writeApart(followed, post("echo 1").slice(0, -1), `1${post("echo 2")}`);
    expect(await bodies(followed, 2)).toEqual(["echo 1", "echo 2"]);
    expect(server.standard).toBe(3);
  });

  test("that comes behind a running request waits for its answer", async () => {
    const client = connect();
    client.write(post("1"));
    const first = await nth(0);
    await writeApart(client, post("2 more").slice(0, -4), "more");
    expect(held).toHaveLength(1);
    first.answer("one");
    (await nth(1)).answer("two");
    expect(held[1]?.request.body).toBe("2 more");
    expect(await bodies(client, 2)).toEqual(["one", "two"]);
    expect(server.standard).toBe(0);
  });

  test("that comes in its own time is not waited for in the lane, and refused as node:http does", async () => {
    const [slow, never] = [connect(), connect()];
    for (const client of [slow, never]) await writeApart(client, post("echo slow").slice(0, -4));
    await expect
      .poll(() => [...server.sockets].filter((socket) => socket.timeout === 0), { timeout: 3_000 })
      .toHaveLength(2);
    slow.write("slow");
    expect(await bodies(slow, 1)).toEqual(["echo slow"]);
    expect(server.standard).toBe(2);
    expect(await never.answer()).toMatchObject({ status: 408 });
    expect(await never.ended()).toBe(true);
    expect(held).toHaveLength(0);
  });

  test.each([
    ["closes", (client: RawClient) => client.socket.destroy()],
    ["resets", (client: RawClient) => client.socket.resetAndDestroy()],
    ["sends no more", (client: RawClient) => client.socket.end()],
  ])("is not worked for when its client %s within it", async (_, leave) => {
    const client = connect();
    await writeApart(client, post("never").slice(0, -2));
    leave(client);
    await expect
      .poll(() => [...server.sockets].some(({ remotePort }) => remotePort === client.socket.localPort))
      .toBe(false);
    expect(held).toHaveLength(0);
  });

  test("costs no memory of its length before it is there", async () => {
    const before = process.memoryUsage().arrayBuffers;
    const asking = Array.from({ length: 100 }, () => connect());
    for (const client of asking) client.write(post("").replace("Length: 0", `Length: ${LONGEST}`) + "x".repeat(100));
    await expect.poll(() => server.sockets.size).toBe(100);
    await accepted(connect());
    // A buffer of one read each, theirs and ours, at most.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100 * 3 * 65_536);
  });

  test("that arrives while the server drains is answered, and its connection ends", async () => {
    const client = connect();
    await writeApart(client, post("echo late").slice(0, -4));
    const stopped = server.stop();
    await new Promise((resolve) => setImmediate(resolve));
    client.write("late");
    const answer = await client.answer();
    expect([answer?.status, answer?.connection]).toEqual([200, "close"]);
    expect(await client.ended()).toBe(true);
    await stopped;
    expect(server.standard).toBe(0);
  });
});

describe("requests that come before the answer", () => {
  test("wait for it, and are answered in turn", async () => {
    const client = connect();
    client.write(post("1"));
    const first = await nth(0);
    client.write(post("2"));
    await accepted(connect());
    expect(held).toHaveLength(1);
    first.answer("one");
    (await nth(1)).answer("two");
    expect(await bodies(client, 2)).toEqual(["one", "two"]);
    expect(server.standard).toBe(0);
  });

  test("of every kind and beyond what is buffered, they are answered in turn by whoever may", async () => {
    const client = connect();
    const long = `echo ${"a".repeat(200_000)}`;
    client.write(post("1"));
    const first = await nth(0);
    client.write(post("echo 2"));
    // Written one by one, so that the server reads them so.
    for (const bytes of [post("echo 3"), GET, post(long), post("echo 4"), GET, post("echo 5")]) {
      await new Promise((resolve) => setImmediate(resolve));
      client.write(bytes);
    }
    await accepted(connect());
    first.answer("one");
    expect(await bodies(client, 8)).toEqual(["one", "echo 2", "echo 3", "GET", long, "echo 4", "GET", "echo 5"]);
  });

  test("are not taken in without end", async () => {
    const client = connect();
    client.write(post("1"));
    const first = await nth(0);
    const [socket] = server.sockets;
    for (let turn = 0; turn < 200; turn++) client.write(post(`echo ${"a".repeat(100_000)}`));
    await accepted(connect());
    await expect.poll(() => socket?.isPaused()).toBe(true);
    expect(socket?.bytesRead).toBeLessThan(1_000_000);
    first.answer("one");
    expect((await bodies(client, 201)).filter((body) => body?.startsWith("echo a"))).toHaveLength(200);
  });

  test("half a request, whose rest comes after the answer", async () => {
    const client = connect();
    client.write(post("1"));
    const first = await nth(0);
    client.write(post("echo 2").slice(0, 50));
    await accepted(connect());
    first.answer("one");
    expect(await bodies(client, 1)).toEqual(["one"]);
    client.write(post("echo 2").slice(50));
    expect(await bodies(client, 1)).toEqual(["echo 2"]);
  });

  test("answers of two connections never meet", async () => {
    const asking = Array.from({ length: 40 }, () => connect());
    await Promise.all(
      asking.map(async (client, place) => {
        for (let turn = 0; turn < 25; turn++) {
          client.write(post(`echo ${place} ${turn}`));
          if (turn % 5 === 4) client.write(post(`echo ${place} more`));
          expect(await bodies(client, 1)).toEqual([`echo ${place} ${turn}`]);
          if (turn % 5 === 4) expect(await bodies(client, 1)).toEqual([`echo ${place} more`]);
        }
      }),
    );
  });
});

describe("a client that leaves", () => {
  test.each([
    ["closes", (client: RawClient) => client.socket.destroy()],
    ["resets", (client: RawClient) => client.socket.resetAndDestroy()],
    ["sends no more, as in node:http", (client: RawClient) => client.socket.end()],
  ])("%s: whoever works for it is told, once, and its answer goes nowhere", async (_, leave) => {
    const client = connect();
    client.write(post("1"));
    const { left, answer } = await nth(0);
    leave(client);
    await left;
    answer("nobody reads this");
    expect(await client.answer()).toBeUndefined();
    await expect.poll(() => server.sockets.size).toBe(0);
  });

  test("after its answer, nobody is told", async () => {
    const client = connect();
    client.write(post("1"));
    const { hasLeft, answer } = await nth(0);
    answer("one");
    expect(await bodies(client, 1)).toEqual(["one"]);
    client.socket.destroy();
    await expect.poll(() => server.sockets.size).toBe(0);
    expect(hasLeft()).toBe(false);
  });

  test("that sends no more gets the whole of an answer already given", async () => {
    const client = connect();
    client.socket.pause();
    client.write(post("1"));
    const body = "a".repeat(20_000_000);
    (await nth(0)).answer(body);
    await expect.poll(() => [...server.sockets][0]?.writableLength).toBeGreaterThan(0);
    client.socket.end();
    const ended = once([...server.sockets][0] as Socket, "end");
    await ended;
    client.socket.resume();
    expect((await client.answer())?.body === body).toBe(true);
    expect(await client.ended()).toBe(true);
  });

  test("with a request that waits behind another is not worked for", async () => {
    const client = connect();
    client.write(post("1"));
    const first = await nth(0);
    client.write(post("2"));
    client.socket.resetAndDestroy();
    await first.left;
    first.answer("one");
    await accepted(connect());
    expect(held).toHaveLength(1);
  });
});

describe("time", () => {
  test("an idle connection ends; one that waits for its answer does not, and ends when it is idle again", async () => {
    const client = connect();
    const socket = await accepted(client);
    // 66 seconds in earnest.
    expect(socket.timeout).toBe(66_000);
    client.write(post("1"));
    const { answer } = await nth(0);
    socket.setTimeout(30);
    await once(socket, "timeout");
    expect(socket.destroyed).toBe(false);
    answer("one");
    expect(await bodies(client, 1)).toEqual(["one"]);
    expect(await client.ended()).toBe(true);
  });

  test("a client that never reads its answers is not worked for meanwhile, and ends", async () => {
    const client = connect();
    const socket = await accepted(client);
    client.socket.pause();
    client.write(post("1"));
    (await nth(0)).answer("a".repeat(20_000_000));
    client.write(post("2"));
    await accepted(connect());
    expect(held).toHaveLength(1);
    const closed = once(socket, "close");
    socket.setTimeout(30);
    await closed;
    expect(held).toHaveLength(1);
  });
});

describe("a request the handler leaves to node:http after it began", () => {
  test("is answered there, as are those that come after it", async () => {
    const client = connect();
    client.write(post("1", "X-Request-Id: 7\r\n"));
    const first = await nth(0);
    first.leave();
    const again = await nth(1);
    expect(again.request).toEqual(first.request);
    again.answer("one");
    client.write(post("echo 2"));
    expect(await bodies(client, 2)).toEqual(["one", "echo 2"]);
    expect(server.standard).toBe(2);
  });

  test("takes with it what came behind it", async () => {
    const client = connect();
    client.write(post("1"));
    const first = await nth(0);
    client.write(post("echo 2"));
    client.write(GET);
    await accepted(connect());
    first.leave();
    (await nth(1)).answer("one");
    expect(await bodies(client, 3)).toEqual(["one", "echo 2", "GET"]);
    expect(server.standard).toBe(3);
  });

  test("is nobody's when its client has left", async () => {
    const client = connect();
    client.write(post("1"));
    const { left, leave } = await nth(0);
    client.socket.destroy();
    await left;
    leave();
    await accepted(connect());
    expect(held).toHaveLength(1);
    expect(server.standard).toBe(0);
  });

  test("ends a stopping server's wait with its answer", async () => {
    const client = connect();
    client.write(post("1"));
    const { leave } = await nth(0);
    const stopped = server.stop();
    leave();
    (await nth(1)).answer("one");
    expect((await client.answer())?.connection).toBe("close");
    expect(await client.ended()).toBe(true);
    await stopped;
  });
});

test("destroying the lane ends its connections at once, whatever they do", async () => {
  const [idle, running, arriving] = [connect(), connect(), connect()];
  await accepted(idle);
  running.write(post("1"));
  arriving.write(post("2").slice(0, -1));
  const { left } = await nth(0);
  await expect.poll(() => server.sockets.size).toBe(3);
  server.lane?.destroy();
  await left;
  for (const client of [idle, running, arriving]) expect(await client.ended()).toBe(true);
  expect(server.sockets.size).toBe(0);
});

describe("draining", () => {
  test("idle connections end, running ones after their answer, handed over ones by node:http", async () => {
    const [idle, fresh, running, queued, standard] = [connect(), connect(), connect(), connect(), connect()];
    await accepted(idle);
    await expect.poll(() => server.sockets.size).toBe(5);
    standard.write(GET.replace("GET", "PUT").replace("\r\n\r\n", "\r\nContent-Length: 1\r\n\r\n1"));
    running.write(post("running"));
    queued.write(post("queued"));
    await nth(2);
    queued.write(post("behind"));
    await accepted(connect());
    const stopped = server.stop();
    expect(await idle.ended()).toBe(true);
    expect(await fresh.ended()).toBe(true);
    for (const { request, answer } of held) answer(request.body);
    for (const client of [running, queued, standard]) {
      const answer = await client.answer();
      expect([answer?.status, answer?.connection]).toEqual([200, "close"]);
      expect(await client.ended()).toBe(true);
    }
    await stopped;
    expect(held).toHaveLength(3);
    expect(server.sockets.size).toBe(0);
  });

  test("a client that has not read all yet gets all, and then its connection ends", async () => {
    const client = connect();
    const body = "a".repeat(20_000_000);
    client.socket.pause();
    client.write(post("1"));
    (await nth(0)).answer(body);
    await expect.poll(() => [...server.sockets][0]?.writableLength).toBeGreaterThan(0);
    const stopped = server.stop();
    client.socket.resume();
    expect((await client.answer())?.body === body).toBe(true);
    expect(await client.ended()).toBe(true);
    await stopped;
  });

  test("a client that keeps its side open does not hold it up", async () => {
    const client = connect();
    client.write(post("1"));
    const { answer } = await nth(0);
    const stopped = server.stop();
    answer("one");
    await stopped;
    expect(await bodies(client, 1)).toEqual(["one"]);
    client.socket.destroy();
  });
});
