import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { here } from "../contestant.js";

/**
 * Installs PostGraphile as its lock file has it, once, beside this program: 300 MB that nobody needs who does not measure.
 */
export function installPostgraphile(log: (line: string) => void): void {
  const folder = here("../../src/county/postgraphile/");
  if (existsSync(join(folder, "node_modules", "postgraphile"))) return;
  log("Installing PostGraphile");
  execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], { cwd: folder, stdio: ["ignore", 2, 2] });
}
