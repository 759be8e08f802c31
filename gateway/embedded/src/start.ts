import { runMain } from "@hub/schema";
import { availableParallelism } from "node:os";
import { readEmbeddedEnvironment } from "./environment.js";
import { createReporter } from "./reporter.js";
import { runUntilSignal } from "./run-until-signal.js";
import { developmentSecret } from "./secrets.js";

/** More would leave each with less than it needs: connections to the databases and memory for answers are shared out. */
const MOST_WORKERS = 16;

await runMain(() =>
  runUntilSignal(async (signal) => {
    const environment = readEmbeddedEnvironment();
    const report = createReporter(process.stdout);
    const workers = environment.workers || Math.min(availableParallelism(), MOST_WORKERS);
    const options = { environment, report, signal };
    // What answers is loaded where it runs: the first process of several only looks after them.
    const hub =
      workers === 1
        ? await (await import("./start-hub.js")).startHub(options)
        : await (await import("./workers/start-many.js")).startManyWorkers(workers, options);
    report.step(`Explorer: ${hub.url}/`);
    if (developmentSecret(environment) !== null) {
      report.step("Token: npm run token -- --role personnel --area 220622");
    }
    report.step(`Hub ready: ${hub.url}/graphql`);
    return hub;
  }),
);
