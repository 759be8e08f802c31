import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Contestant } from "./contestants.js";

const folder = fileURLToPath(new URL("../peers/", import.meta.url));

/** Gateways of others, in a package of their own: 100 MB that nobody needs who does not measure. */
export const peers: readonly Contestant[] = [
  {
    name: "Hive Gateway (Rust planner)",
    command: (port, file) => [join(folder, "hive.mjs"), String(port), file],
  },
  {
    name: "Mercurius gateway",
    command: (port, _file, addresses) => [join(folder, "mercurius.mjs"), String(port), JSON.stringify(addresses)],
  },
];

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

function manifest(file: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Manifest;
  } catch {
    return undefined;
  }
}

function pins(): readonly (readonly [string, string])[] {
  return Object.entries(manifest(join(folder, "package.json"))?.dependencies ?? {});
}

function areInstalled(): boolean {
  return pins().every(
    ([name, version]) => manifest(join(folder, "node_modules", name, "package.json"))?.version === version,
  );
}

/** An outer `npm run --workspace` would have the inner npm look for that workspace here. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_config_workspaces?$/i.test(name)));
}

/** What the report says of the peers: the versions that ran. */
export function peerVersions(): string {
  return pins()
    .map(([name, version]) => `${name} ${version}`)
    .join(", ");
}

/** Installs the peers as their lock file has them, once; false when they cannot be had, for want of a network or disk. */
export function installPeers(log: (line: string) => void): boolean {
  if (areInstalled()) return true;
  log("Installing Hive Gateway and Mercurius for comparison (npm ci, about 100 MB, once)");
  try {
    const flags = ["--no-audit", "--no-fund", "--ignore-scripts"];
    execFileSync("npm", ["ci", "--prefix", folder, ...flags], { stdio: ["ignore", 2, 2], env: environment() });
    return true;
  } catch (error) {
    log(`Hive Gateway and Mercurius could not be installed and are left out: ${(error as Error).message}`);
    return false;
  }
}
