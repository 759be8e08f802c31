import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";
import { applyLoad, askOnce } from "./load.js";
import { partsOfTime, type CpuProfile } from "./profile.js";
import { serveStore } from "./store/serve.js";
import { operations, operationNames, type OperationName } from "./store/subgraphs.js";

// Prints where the gateway's CPU time goes on the store's two operations, every request with an authorization of its own.
const PORT = 4600;
const SECONDS = 5;
const gateway = createRequire(import.meta.url).resolve("@hub/gateway/standalone");
const store = await serveStore(PORT);
const folder = mkdtempSync(join(tmpdir(), "hub-profile-"));
const supergraph = join(folder, "supergraph.graphql");
writeFileSync(supergraph, store.supergraphSdl);

async function profileOf(name: OperationName, port: number): Promise<CpuProfile> {
  const profiles = join(folder, name);
  const flags = ["--cpu-prof", `--cpu-prof-dir=${profiles}`, "--cpu-prof-interval=200"];
  const child = spawn(process.execPath, [...flags, gateway, "--supergraph", supergraph, "--port", String(port)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const pool = new Pool(`http://127.0.0.1:${port}`);
  const answers = (): Promise<boolean> =>
    askOnce(pool, "{ __typename }").then(
      () => true,
      () => false,
    );
  while (!(await answers())) await sleep(100);
  await pool.close();
  const load = (seconds: number): Promise<unknown> =>
    applyLoad(port, child.pid as number, operations[name], seconds, 50, false);
  await load(2);
  await load(SECONDS);
  child.kill("SIGTERM");
  await once(child, "exit");
  const [file = ""] = readdirSync(profiles);
  return JSON.parse(readFileSync(join(profiles, file), "utf8")) as CpuProfile;
}

try {
  for (const [index, name] of operationNames.entries()) {
    const parts = partsOfTime(await profileOf(name, PORT + 10 + index), SECONDS);
    const rows = parts.map(({ part, share }) => `| ${part} | ${(share * 100).toFixed(0)} % |`);
    process.stdout.write([`## ${name}`, "", "| part | share of CPU |", "| --- | --- |", ...rows, "", ""].join("\n"));
  }
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
