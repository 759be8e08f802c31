import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { here } from "../contestant.js";

/** An outer `npm run --workspace` would have the inner npm look for that workspace here. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_config_workspaces?$/i.test(name)));
}

/**
 * Installs PostGraphile as its lock file has it, once, beside this program: 300 MB that nobody needs who does not measure.
 *
 * False when it cannot be had, for want of a network or disk.
 */
export function installPostgraphile(log: (line: string) => void): boolean {
  const folder = here("../../src/county/postgraphile/");
  if (existsSync(join(folder, "node_modules", "postgraphile"))) return true;
  log("Installing PostGraphile for comparison (npm ci, about 300 MB, once)");
  try {
    const flags = ["--no-audit", "--no-fund", "--ignore-scripts"];
    execFileSync("npm", ["ci", "--prefix", folder, ...flags], { stdio: ["ignore", 2, 2], env: environment() });
    return true;
  } catch (error) {
    log(`PostGraphile could not be installed and is left out: ${(error as Error).message}`);
    return false;
  }
}
