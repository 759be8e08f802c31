import { dataSet } from "../data-set.js";
import { startEmbeddedPostgres } from "../embedded-postgres.js";
import type { LoadProgress } from "../load/load-records.js";
import { loadRecords } from "../load/load-records.js";
import type { GenerateOptions } from "./generate-options.js";
import { targetDatabases } from "./target-databases.js";
import { writeFiles } from "./write-files.js";

/**
 * Makes the records of some counties and puts them where the options say.
 *
 * @param hubFolder folder of the embedded database, used when the options name no other target.
 * @param say gets a line per county and one at the end.
 * @throws HubError as `startEmbeddedPostgres`, `migrate` and `loadRecords` do.
 */
export async function runGenerate(
  options: GenerateOptions,
  hubFolder: string,
  say: (line: string) => void,
): Promise<void> {
  const { counties, seed, target } = options;
  const set = dataSet({ counties, ...(seed === undefined ? {} : { seed }) });
  if (target.kind === "files") {
    const rows = await writeFiles(target.folder, set.parts, (name, soFar) =>
      say(`${name}: ${shown(soFar)} rows so far`),
    );
    say(`Wrote ${shown(rows)} rows to ${target.folder}`);
    return;
  }
  const server = target.kind === "hub" ? await startEmbeddedPostgres({ folder: hubFolder }) : null;
  try {
    const urlPrefix = target.kind === "databases" ? target.urlPrefix : (server?.url("hub_") as string);
    const urls = await targetDatabases(urlPrefix);
    const { rows } = await loadRecords({ urls, ...set, onProgress: partReporter(say) });
    say(rows === 0 ? `Already loaded: ${set.dataSet}` : `Loaded ${shown(rows)} rows: ${set.dataSet}`);
  } finally {
    await server?.close();
  }
}

/** Says a line when the load moves on to the next part. */
function partReporter(say: (line: string) => void): (progress: LoadProgress) => void {
  let last: LoadProgress | undefined;
  return (progress) => {
    if (last !== undefined && last.part !== progress.part) say(`${last.part}: ${shown(last.rows)} rows so far`);
    last = progress;
  };
}

function shown(rows: number): string {
  return rows.toLocaleString("en");
}
