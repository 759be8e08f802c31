import { createTestDatabases } from "@hub/prisma";
import { OWNERS } from "@hub/schema";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { realTemplate } from "../kit/real-data.js";
import { dataFolder, freePort, runProgram, type DataFolder, type HubProcess } from "../lifecycle/hub-process.js";

const QUERY = '{ county(code: "220622") { name townships { name } } }';

let folder: DataFolder;
let hub: HubProcess;
let port: number;
let log = "";

beforeAll(async () => {
  folder = dataFolder();
  port = await freePort();
  const { urls } = await createTestDatabases(inject("adminUrl"), realTemplate);
  const databases = Object.fromEntries(OWNERS.map((owner) => [`DATABASE_URL_${owner.toUpperCase()}`, urls[owner]]));
  const settings = { WORKERS: "2", PORT: String(port), LOG_LEVEL: "info", HUB_DATA: folder.path };
  hub = runProgram("start", [], { ...databases, ...settings });
  hub.child.stderr?.on("data", (text: string) => (log += text));
  await hub.line("Hub ready");
});
afterAll(() => {
  hub.child.kill("SIGKILL");
  folder[Symbol.dispose]();
});

/** Asks over a connection of its own, as connections are what the workers share out. */
async function ask(): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", connection: "close" },
    body: JSON.stringify({ query: QUERY }),
    signal: AbortSignal.timeout(10_000),
  });
  return response.text();
}

async function askTimes(times: number): Promise<readonly string[]> {
  const answers: string[] = [];
  for (let count = 0; count < times; count += 1) answers.push(await ask());
  return answers;
}

/** Processes that answered an operation since the log was emptied. */
function answering(): readonly number[] {
  const pids = [...log.matchAll(/"pid":(\d+),.*"msg":"operation"/g)].map((match) => Number(match[1]));
  return [...new Set(pids)];
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

it("answers from several processes on one port, and says once that it is ready", async () => {
  const answers = await askTimes(12);
  expect(answers[0]).toContain("靖宇县");
  expect(new Set(answers).size).toBe(1);
  await expect.poll(() => answering().length).toBe(2);
  expect(answering()).not.toContain(hub.child.pid);
  expect(hub.stdout().match(/^Hub ready: http:\/\/127\.0\.0\.1:\d+\/graphql$/gm)).toHaveLength(1);
});

it("loses no later request when a worker is killed, and replaces it", async () => {
  const [victim, survivor] = answering();
  const [expected] = await askTimes(1);
  process.kill(victim as number, "SIGKILL");
  await expect.poll(() => runs(victim as number)).toBe(false);

  expect(new Set(await askTimes(60))).toEqual(new Set([expected]));
  log = "";
  await expect.poll(async () => (await askTimes(4), answering().length), { timeout: 30_000 }).toBe(2);
  expect(answering()).toContain(survivor);
  expect(answering()).not.toContain(victim);
});

it("stops them all when it is told to stop", async () => {
  const workers = answering();
  const running = askTimes(3);
  await running;
  hub.child.kill("SIGTERM");
  const { code } = await hub.ended;
  expect(code).toBe(0);
  expect(workers.filter(runs)).toEqual([]);
  await expect(ask()).rejects.toThrow();
});
