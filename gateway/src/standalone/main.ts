import { startStandalone } from "./standalone-server.js";
import { readOptions } from "./standalone-options.js";

const say = (message: string): void => void process.stderr.write(`${message}\n`);

try {
  const gateway = await startStandalone(readOptions(process.argv.slice(2)), say);
  say(`Gateway: listening on port ${gateway.port}.`);
  const stop = (): void => void gateway.stop().then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
