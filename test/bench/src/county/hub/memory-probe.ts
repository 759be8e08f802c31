import { renameSync, writeFileSync } from "node:fs";

// Loaded into a hub before it starts: on SIGUSR2 it collects garbage and writes what is left, in bytes, to the file that
// MEMORY_PROBE names.
process.on("SIGUSR2", () => {
  globalThis.gc?.();
  const file = process.env["MEMORY_PROBE"] ?? "";
  writeFileSync(`${file}.part`, JSON.stringify(process.memoryUsage()));
  renameSync(`${file}.part`, file);
});
