import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Runs Turborepo in this checkout: no telemetry, no look for updates. Gives its exit code.
 *
 * @param {readonly string[]} args
 * @param {"inherit" | 2} stdout where its words go; 2 keeps the standard output for the program that follows
 * @returns {Promise<number>}
 */
export function runTurbo(args, stdout = "inherit") {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1", DO_NOT_TRACK: "1" };
  const command = process.platform === "win32" ? "turbo.cmd" : "turbo";
  const child = spawn(command, args, {
    cwd: root,
    env,
    stdio: ["inherit", stdout, "inherit"],
    shell: process.platform === "win32",
  });
  // Turborepo's launcher passes SIGTERM on to the program itself, SIGINT not.
  const pass = () => child.kill("SIGTERM");
  process.on("SIGINT", pass).on("SIGTERM", pass);

  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      process.off("SIGINT", pass).off("SIGTERM", pass);
      resolve(code ?? (signal === "SIGINT" ? 130 : 1));
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = await runTurbo(process.argv.slice(2));
}
