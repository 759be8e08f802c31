import type { OwnerName } from "@hub/schema";
import pg from "pg";

/** A data set found in the databases. */
export interface LoadedDataSet {
  readonly dataSet: string;
  /** False when its load broke off; loading it again goes on from there. */
  readonly complete: boolean;
}

/** The data set the migrated databases hold, or null when nothing was loaded. */
export async function loadedDataSet(urls: Readonly<Record<OwnerName, string>>): Promise<LoadedDataSet | null> {
  const found = await Promise.all(Object.values(urls).map(readMarks));
  const dataSet = found.flat().map((mark) => mark.data_set)[0];
  if (dataSet === undefined) return null;
  return {
    dataSet,
    complete: found.every((marks) => marks.some((mark) => mark.part === "" && mark.data_set === dataSet)),
  };
}

async function readMarks(url: string): Promise<{ data_set: string; part: string }[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<{ data_set: string; part: string }>("SELECT data_set, part FROM hub_log.loaded_part"))
      .rows;
  } finally {
    await client.end();
  }
}
