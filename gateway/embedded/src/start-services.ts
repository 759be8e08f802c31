import { runMain } from "@hub/schema";
import { readEmbeddedEnvironment } from "./environment.js";
import { createReporter } from "./reporter.js";
import { runUntilSignal } from "./run-until-signal.js";
import { startServices } from "./services/start-services.js";

await runMain(() =>
  runUntilSignal(async (signal) => {
    const environment = readEmbeddedEnvironment();
    const report = createReporter(process.stdout);
    const services = await startServices(environment, report, signal);
    report.step(`Hub ready: http://${environment.host}:${environment.port}/graphql`);
    return services;
  }),
);
