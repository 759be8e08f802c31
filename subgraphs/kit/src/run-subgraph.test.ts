import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { PUBLIC_VIEWER, VIEWER_HEADER, signViewer } from "@hub/schema";
import { afterEach, expect, it } from "vitest";

const SECRET = "a secret of more than thirty-two characters";

/** A subgraph without a database whose one field takes half a second. */
const PROGRAM = `
  import { buildSchema } from "graphql";
  import { setTimeout as sleep } from "node:timers/promises";
  import { readEnvironment, runMain } from "@hub/schema";
  import { runSubgraph, serviceVariables } from "@hub/kit";
  const schema = buildSchema("type Query { slow: String }");
  schema.getQueryType().getFields().slow.resolve = () => sleep(500, "done");
  const subgraph = { name: "indicators", build: async () => ({ schema, sdl: "" }), createContext: () => ({}) };
  await runMain(() => runSubgraph(subgraph, readEnvironment(serviceVariables("indicators"), process.env)));
`;

const started: ChildProcess[] = [];
afterEach(() => started.splice(0).forEach((child) => child.kill("SIGKILL")));

function start(environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", PROGRAM], {
    cwd: new URL("..", import.meta.url),
    env: { PATH: process.env["PATH"], VIEWER_SECRET: SECRET, LOG_LEVEL: "silent", ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
  started.push(child);
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  return { child, said: () => said, ended: once(child, "exit") as Promise<[number | null]> };
}

async function listen() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

async function freePort(): Promise<number> {
  const { port, close } = await listen();
  close();
  return port;
}

async function untilReady(port: number): Promise<void> {
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await sleep(50);
  }
}

const ask = (port: number, headers: Readonly<Record<string, string>>) =>
  fetch(`http://127.0.0.1:${port}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query: "{ slow }" }),
  });

it("answers the gateway alone, and lets a running request finish when it is told to stop", async () => {
  const port = await freePort();
  const { child, ended, said } = start({ INDICATORS_PORT: String(port) });
  await untilReady(port);

  expect((await ask(port, {})).status).toBe(401);
  expect((await ask(port, { [VIEWER_HEADER]: signViewer(PUBLIC_VIEWER, "schools", SECRET) })).status).toBe(401);

  const running = ask(port, { [VIEWER_HEADER]: signViewer(PUBLIC_VIEWER, "indicators", SECRET) });
  await sleep(150);
  const asked = performance.now();
  child.kill("SIGTERM");
  expect(await (await running).json()).toEqual({ data: { slow: "done" } });
  expect(await ended).toEqual([0, null]);
  // Well below the ten seconds it may drain: the connection kept alive does not hold it up.
  expect(performance.now() - asked).toBeLessThan(5_000);
  expect(said()).toBe("");
}, 20_000);

it("does not wait for a running request longer than it is told", async () => {
  const port = await freePort();
  const { child, ended } = start({ INDICATORS_PORT: String(port), DRAIN_TIMEOUT_MS: "0" });
  await untilReady(port);

  const running = ask(port, { [VIEWER_HEADER]: signViewer(PUBLIC_VIEWER, "indicators", SECRET) }).catch(
    () => "cut off",
  );
  await sleep(150);
  child.kill("SIGINT");
  expect(await running).toBe("cut off");
  expect(await ended).toEqual([0, null]);
}, 20_000);

it("ends with one line when its port is taken", async () => {
  const { port, close } = await listen();
  const { ended, said } = start({ INDICATORS_PORT: String(port) });

  expect(await ended).toEqual([1, null]);
  expect(said()).toBe(`INDICATORS_PORT: found port ${port} taken by another program; expected a free one\n`);
  close();
}, 20_000);

it("ends with one line a problem when its variables are wrong", async () => {
  const { ended, said } = start({ INDICATORS_PORT: "70000", VIEWER_SECRET: "short" });

  expect(await ended).toEqual([1, null]);
  expect(said()).toBe(
    'INDICATORS_PORT: found "70000"; expected a whole number from 0 to 65535\n' +
      "VIEWER_SECRET: found a text of 5 characters; expected at least 32 characters\n",
  );
}, 20_000);
