import { runMain } from "@hub/schema";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { isHub } from "./ask/send-operation.js";
import { checkout, inherited, readEmbeddedEnvironment } from "./environment.js";
import { checkPort } from "./port.js";
import { createReporter } from "./reporter.js";
import { runUntilSignal } from "./run-until-signal.js";

const POLL_MS = 500;

await runMain(() =>
  runUntilSignal(async (signal) => {
    const { host, port, dataFolder } = readEmbeddedEnvironment();
    await checkPort(host, port);
    const turbo = spawn(
      process.execPath,
      ["test/tooling/turbo.js", "watch", "dev", "--filter=@hub/embedded...", "--filter=@hub/ide", "--concurrency=20"],
      {
        cwd: checkout,
        stdio: "inherit",
        detached: true,
        env: { ...inherited, HUB_RUNTIME_FILE: join(dataFolder, "runtime.json") },
      },
    );
    const ended = new Promise<void>((resolve) => turbo.once("exit", () => resolve()));
    const url = `http://${host}:${port}`;
    const poll = setInterval(() => {
      void isHub(url).then((answers) => {
        if (!answers || signal.aborted) return;
        clearInterval(poll);
        createReporter(process.stdout).step(`Hub ready: ${url}/graphql`);
      });
    }, POLL_MS);
    return {
      failed: ended.then(() => new Error("Turborepo: found it ended; expected it to run.")),
      async close() {
        clearInterval(poll);
        turbo.kill("SIGTERM");
        await ended;
      },
    };
  }),
);
