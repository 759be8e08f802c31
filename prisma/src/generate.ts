import { HubError } from "@hub/schema";
import { readDataFolder } from "./environment.js";
import { generateOptions, USAGE } from "./generate-command/generate-options.js";
import { runGenerate } from "./generate-command/run-generate.js";

try {
  const options = generateOptions(process.argv.slice(2));
  if (options === null) process.stdout.write(USAGE);
  else await runGenerate(options, readDataFolder(), (line) => process.stdout.write(`${line}\n`));
} catch (error) {
  if (!(error instanceof HubError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
