import { spawn, type ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** A gateway that can be started on a port, in front of the store. */
export interface Contestant {
  readonly name: string;
  readonly command: (
    port: number,
    supergraphFile: string,
    addresses: Readonly<Record<string, string>>,
  ) => readonly string[];
}

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const engineMain = createRequire(import.meta.url).resolve("@hub/gateway/standalone");

/** What is compared, the measure of all first. */
export const contestants: readonly Contestant[] = [
  {
    name: "hand-written",
    command: (port, _file, addresses) => [here("./gateways/hand-written.js"), String(port), JSON.stringify(addresses)],
  },
  {
    name: "this gateway",
    command: (port, file) => [engineMain, "--supergraph", file, "--port", String(port)],
  },
  {
    name: "@apollo/gateway",
    command: (port, file) => [here("./gateways/apollo.js"), String(port), file],
  },
];

/** Starts a contestant on the first core, when the system lets cores be chosen. */
export function startContestant(
  contestant: Contestant,
  port: number,
  supergraphFile: string,
  addresses: Readonly<Record<string, string>>,
): ChildProcess {
  const args = contestant.command(port, supergraphFile, addresses);
  const environment = { ...process.env, NODE_ENV: "production" };
  return process.platform === "linux"
    ? spawn("taskset", ["-c", "0", process.execPath, ...args], {
        env: environment,
        stdio: ["ignore", "ignore", "inherit"],
      })
    : spawn(process.execPath, args, { env: environment, stdio: ["ignore", "ignore", "inherit"] });
}
