import { HubError, runMain } from "@hub/schema";
import { randomBytes } from "node:crypto";
import { startDatabases } from "./databases.js";
import { inherited, readEmbeddedEnvironment } from "./environment.js";
import { createReporter } from "./reporter.js";
import { runUntilSignal } from "./run-until-signal.js";
import { developmentSecret } from "./secrets.js";
import { writeRuntimeFile } from "./services/runtime-file.js";
import { factVariables } from "./services/service-plan.js";

await runMain(() =>
  runUntilSignal(async (signal) => {
    const environment = readEmbeddedEnvironment();
    const file = inherited["HUB_RUNTIME_FILE"];
    if (file === undefined)
      throw new HubError("CONFIGURATION_INVALID", "HUB_RUNTIME_FILE: found nothing; expected a path");
    const databases = await startDatabases(environment, createReporter(process.stdout), signal);
    const facts = {
      urls: databases.urls,
      viewerSecret: randomBytes(32).toString("base64url"),
      tokenSecret: developmentSecret(environment),
    };
    const remove = writeRuntimeFile(file, factVariables(facts));
    return {
      async close() {
        remove();
        await databases.close();
      },
    };
  }),
);
