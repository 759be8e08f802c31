import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { HubError } from "@hub/schema";
import { generateOptions, USAGE } from "./generate-command/generate-options.js";
import { runGenerate } from "./generate-command/run-generate.js";

const checkout = fileURLToPath(new URL("../..", import.meta.url));

try {
  const options = generateOptions(process.argv.slice(2));
  if (options === null) process.stdout.write(USAGE);
  else {
    const hubFolder = resolve(checkout, process.env["HUB_DATA"] ?? ".hub");
    await runGenerate(options, hubFolder, (line) => process.stdout.write(`${line}\n`));
  }
} catch (error) {
  if (!(error instanceof HubError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
