import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import { createServer } from "node:net";
import { chmodSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { dataFolder, freePort, runProgram, servicePorts, type DataFolder, type HubProcess } from "./hub-process.js";

vi.setConfig({ testTimeout: 240_000 });

// One data folder for the whole story: the first start fills it, all later ones find it filled.
let data: DataFolder;
beforeAll(() => {
  data = dataFolder();
  // The database may run as another user than the one who made the folder.
  chmodSync(data.path, 0o711);
});
afterAll(() => data[Symbol.dispose]());

async function start(port: number): Promise<HubProcess> {
  const hub = runProgram("start", [], { HUB_DATA: data.path, PORT: String(port) });
  await hub.line("Hub ready");
  return hub;
}

async function counties(port: number): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "{ counties { code } }" }),
  });
  return response.json();
}

const fiveCounties = {
  data: { counties: ["140426", "220503", "220622", "441523", "610526"].map((code) => ({ code })) },
};

describe("a hub as a user starts and stops it", () => {
  it("starts from nothing, says what it does, ends with one line, and answers", async () => {
    const port = await freePort();
    const hub = await start(port);
    expect(hub.stdout()).toMatch(/^PostgreSQL: ready on 127\.0\.0\.1:\d+/);
    expect(hub.stdout()).toMatch(/Migrations: applied schools \d+/);
    expect(hub.stdout()).toMatch(/Data: [\d,]+ rows loaded/);
    expect(hub.stdout().trimEnd().split("\n").at(-1)).toBe(`Hub ready: http://127.0.0.1:${port}/graphql`);
    expect(await counties(port)).toEqual(fiveCounties);

    hub.child.kill("SIGTERM");
    expect(await hub.ended).toMatchObject({ code: 0, stderr: "" });
    expect(data.processes()).toEqual([]);
  });

  it("starts again, loads nothing, and finishes what it was asked before it stops", async () => {
    const port = await freePort();
    const hub = await start(port);
    expect(hub.stdout()).toContain("Migrations: up to date");
    expect(hub.stdout()).toContain("Data: there already");

    const body = JSON.stringify({ query: "{ counties { code } }" });
    const asked = request({
      port,
      host: "127.0.0.1",
      path: "/graphql",
      method: "POST",
      headers: { "content-type": "application/json", "content-length": body.length },
    });
    asked.write(body.slice(0, 10));
    await sleep(300);
    hub.child.kill("SIGINT");
    await sleep(300);
    asked.end(body.slice(10));
    const [response] = (await once(asked, "response")) as [IncomingMessage];
    expect(JSON.parse((await response.toArray()).join(""))).toEqual(fiveCounties);
    expect((await hub.ended).code).toBe(0);
    await expect(counties(port)).rejects.toThrow();
    expect(data.processes()).toEqual([]);
  });

  it("stops cleanly when it is told to before it is ready", async () => {
    const hub = runProgram("start", [], { HUB_DATA: data.path, PORT: String(await freePort()) });
    await hub.line("PostgreSQL: ready");
    hub.child.kill("SIGTERM");
    expect((await hub.ended).code).toBe(0);
    expect(data.processes()).toEqual([]);
  });

  it("runs the same graph as services, and stops all of them when one dies", async () => {
    const ports = await servicePorts();
    const hub = runProgram("start-services", [], { ...ports, HUB_DATA: data.path, LOG_LEVEL: "warn" });
    await hub.line("Hub ready");
    expect(await counties(Number(ports["PORT"]))).toEqual(fiveCounties);
    const bare = await fetch(`http://127.0.0.1:${ports["SCHOOLS_PORT"]}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ counties { code } }" }),
    });
    expect(bare.status).toBe(401);

    const services = hub.services();
    expect(services).toHaveLength(5);
    process.kill(services[0] ?? 0, "SIGKILL");
    const { code, stderr } = await hub.ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/Service \w+: found it ended \(SIGKILL\); expected it to run\. Everything is stopped\.\n$/);
    expect(hub.services()).toEqual([]);
    expect(data.processes()).toEqual([]);
  });

  it("answers a question from a terminal with a hub it starts for it and stops afterwards", async () => {
    const environment = { HUB_DATA: data.path, PORT: String(await freePort()) };
    const asked = runProgram("ask", ["1", "--county", "220622", "--year", "2020", "--format", "csv"], environment);
    const { code, stdout } = await asked.ended;
    expect(code).toBe(0);
    const [heading, ...rows] = stdout.trimEnd().split("\r\n");
    expect(heading).toMatch(/^county\.code,county\.name,county\.townships\.code/);
    expect(rows).toHaveLength(8);
    expect(rows[0]).toMatch(/^220622,靖宇县,220622\d{3},/);
    expect(data.processes()).toEqual([]);
  });
});

describe("a hub that cannot start says why in one message, without a stack, with exit code 1", () => {
  const refused = async (environment: Readonly<Record<string, string>>, program = "start") => {
    const { code, stderr, stdout } = await runProgram(program, [], environment).ended;
    expect(code).toBe(1);
    expect(stderr).not.toMatch(/^\s+at /m);
    return { stderr, stdout };
  };

  it("when the port is taken, before anything slow begins", async () => {
    using folder = dataFolder();
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as { port: number };
    const { stderr, stdout } = await refused({ HUB_DATA: folder.path, PORT: String(port) });
    taken.close();
    expect(stderr).toBe(`PORT: found port ${port} taken by another program; expected a free one\n`);
    expect(stdout).toBe("");
  });

  it("when variables are malformed or missing, all at once", async () => {
    const { stderr } = await refused({ PORT: "http", DEPTH_LIMIT: "0", HUB_DATA: "/nowhere" });
    expect(stderr).toBe(
      'PORT: found "http"; expected a whole number from 0 to 65535\nDEPTH_LIMIT: found "0"; expected a whole number from 1 to 1000\n',
    );
  });

  it("when a database given to it does not answer", async () => {
    const url = `postgresql://hub:sesame@127.0.0.1:${await freePort()}/schools`;
    const urls = ["SCHOOLS", "PERSONNEL", "FUNDING", "INSPECTION"].map((owner) => [`DATABASE_URL_${owner}`, url]);
    const { stderr } = await refused({ ...Object.fromEntries(urls), PORT: String(await freePort()) });
    expect(stderr).toMatch(/^Database \w+: found ".*ECONNREFUSED.*"/);
    expect(stderr).not.toContain("sesame");
  });
});
