import { HubError } from "@hub/schema";
import { ask, EXIT } from "./ask/ask.js";

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stopping.abort());

try {
  process.exitCode = await ask(process.argv.slice(2), stopping.signal);
} catch (error) {
  const { message } = error as Error;
  const code = error instanceof HubError ? error.code : "INTERNAL";
  process.stderr.write(`${code}: ${message}\n`);
  process.exitCode = code === "BAD_USER_INPUT" ? EXIT.usage : EXIT.failed;
}
