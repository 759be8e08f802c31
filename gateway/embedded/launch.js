// `node gateway/embedded/launch.js <program> [arguments]`: builds what has changed, then becomes the program.
// One process from the first line to the last, so that a signal to it reaches the hub on every platform's shell.
import { runTurbo } from "../../test/tooling/turbo.js";

/** Programs that are not the hub itself: what has to be built for them, and where they start. */
const OTHERS = {
  generate: { targets: ["@hub/prisma"], file: "../../prisma/dist/generate.js" },
  gateway: { targets: ["@hub/gateway"], file: "../dist/standalone/main.js" },
};

const [program = "", ...args] = process.argv.slice(2);
const { targets, file } = OTHERS[program] ?? { targets: ["@hub/embedded", "@hub/ide"], file: `./dist/${program}.js` };
const filters = targets.map((target) => `--filter=${target}...`);
const built = await runTurbo(["run", "build", ...filters, "--output-logs=errors-only"], 2);
if (built !== 0) process.exit(built);

process.argv = [process.argv[0] ?? "node", program, ...args];
await import(file);
