// `node gateway/embedded/launch.js <program> [arguments]`: builds what has changed, then becomes the program.
// One process from the first line to the last, so that a signal to it reaches the hub on every platform's shell.
import { runTurbo } from "../../test/tooling/turbo.js";

const [program = "", ...args] = process.argv.slice(2);
const target = program === "generate" ? "@hub/prisma" : "@hub/embedded";
const filters = [`--filter=${target}...`, ...(target === "@hub/embedded" ? ["--filter=@hub/ide..."] : [])];
const built = await runTurbo(["run", "build", ...filters, "--output-logs=errors-only"], 2);
if (built !== 0) process.exit(built);

process.argv = [process.argv[0] ?? "node", program, ...args];
await import(program === "generate" ? "../../prisma/dist/generate.js" : `./dist/${program}.js`);
