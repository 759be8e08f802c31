import { runMain } from "@hub/schema";
import { readEmbeddedEnvironment } from "./environment.js";
import { createReporter } from "./reporter.js";
import { runUntilSignal } from "./run-until-signal.js";
import { developmentSecret } from "./secrets.js";
import { startHub } from "./start-hub.js";

await runMain(() =>
  runUntilSignal(async (signal) => {
    const environment = readEmbeddedEnvironment();
    const report = createReporter(process.stdout);
    const hub = await startHub({ environment, report, signal });
    report.step(`Explorer: ${hub.url}/`);
    if (developmentSecret(environment) !== null) {
      report.step("Token: npm run token -- --role personnel --area 220622");
    }
    report.step(`Hub ready: ${hub.url}/graphql`);
    return hub;
  }),
);
