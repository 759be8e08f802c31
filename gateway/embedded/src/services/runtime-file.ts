import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Leaves facts for the services of a development hub, readable by this user alone; gives the way to remove them. */
export function writeRuntimeFile(file: string, facts: Readonly<Record<string, string>>): () => void {
  const draft = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(draft, JSON.stringify({ HUB_RUNTIME_PID: String(process.pid), ...facts }, null, 2), { mode: 0o600 });
  renameSync(draft, file);
  return () => rmSync(file, { force: true });
}
