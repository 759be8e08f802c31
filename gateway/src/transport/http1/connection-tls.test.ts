import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterEach, beforeEach, expect, test } from "vitest";
import { exchange, type ExchangeFailure } from "../http-exchange.js";
import { ConnectionPool } from "./connection-pool.js";
import { answering, ok, startRawServer, type RawServer } from "./testing/raw-server.js";
import { selfSigned } from "./testing/self-signed.js";

const { key, cert } = selfSigned("localhost", [127, 0, 0, 1]);
const elsewhere = selfSigned("elsewhere.test", [192, 0, 2, 1]);
/** Bytes of one TLS record at most. */
const RECORD = 16_384;
const known = getCACertificates("default");
let server: RawServer;
let pool: ConnectionPool | undefined;

beforeEach(async () => {
  server = await startRawServer(
    answering((request) => {
      const body = request.slice(request.indexOf("\r\n\r\n") + 4);
      if (!body.startsWith("twice")) return ok(body);
      // Two records in one segment: the client decrypts the second right after the first.
      const head = ok("a".repeat(10_000)).length - 10_000;
      return ok("a".repeat(RECORD - head)) + ok("stolen");
    }),
    { tls: { key, cert } },
  );
});

afterEach(async () => {
  setDefaultCACertificates(known);
  pool?.destroy();
  await server.close();
});

function ask(host: string, body: string): Promise<string> {
  pool ??= new ConnectionPool(new URL(`https://${host}:${server.port}`), 1);
  const { signal } = new AbortController();
  const request = { path: "/", headers: "", timeoutMs: 20_000, signal, maxBytes: 10_000_000, body };
  return exchange(pool, request).then(({ text }) => text);
}

afterEach(() => (pool = undefined));

test.each(["localhost", "127.0.0.1"])(
  "a trusted server answers over %s, again on the same connection",
  async (host) => {
    setDefaultCACertificates([cert]);
    const long = "学".repeat(1_000_000);
    expect(await ask(host, "1")).toBe("1");
    expect((await ask(host, long)) === long).toBe(true);
    const answers = Promise.all(Array.from({ length: 50 }, (_, index) => ask(host, String(index))));
    expect(await answers).toEqual(Array.from({ length: 50 }, (_, index) => String(index)));
    expect(server.accepted).toBe(1);
  },
);

test("a second answer is not the next request's", async () => {
  setDefaultCACertificates([cert]);
  const [first, second] = await Promise.all([ask("localhost", "twice"), ask("localhost", "2")]);
  expect([first.at(-1), second]).toEqual(["a", "2"]);
  expect(server.accepted).toBe(2);
});

test("a server nobody trusts is sent nothing", async () => {
  const fault = (await ask("localhost", "1").catch((error: unknown) => error)) as ExchangeFailure;
  expect([fault.kind, fault.sent]).toEqual(["connection", false]);
  expect(String((fault.cause as NodeJS.ErrnoException).code)).toMatch(/SELF_SIGNED|UNABLE_TO_VERIFY/);
});

test.each(["localhost", "127.0.0.1"])("a trusted server of another name than %s is sent nothing", async (host) => {
  setDefaultCACertificates([elsewhere.cert]);
  const other = await startRawServer(() => undefined, { tls: elsewhere });
  pool = new ConnectionPool(new URL(`https://${host}:${other.port}`), 1);
  const fault = (await ask(host, "1").catch((error: unknown) => error)) as ExchangeFailure;
  await other.close();
  expect([fault.kind, fault.sent]).toEqual(["connection", false]);
  expect((fault.cause as NodeJS.ErrnoException).code).toBe("ERR_TLS_CERT_ALTNAME_INVALID");
});
