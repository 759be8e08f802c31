import { HubError, OWNERS, type OwnerName } from "@hub/schema";
import type { LoadPart } from "./load-batch.js";
import { OwnerLoad } from "./owner-load.js";

/** One step of a load, for progress lines. */
export interface LoadProgress {
  /** Name of the part being loaded, usually a county's code. */
  readonly part: string;
  readonly owner: OwnerName;
  readonly table: string;
  /** Rows written since the load began, over all owners. */
  readonly rows: number;
}

/** What {@link loadRecords} loads, and where to. */
export interface LoadRecordsOptions {
  readonly urls: Readonly<Record<OwnerName, string>>;
  /** Names the data set by its content (a digest): it is loaded once. Null loads rows without a mark, for tests. */
  readonly dataSet: string | null;
  readonly parts: Iterable<LoadPart>;
  readonly onProgress?: (progress: LoadProgress) => void;
}

/** What a load did: parts and rows written now; none when everything was there. */
export interface LoadResult {
  readonly parts: number;
  readonly rows: number;
}

/**
 * Loads a data set into the four migrated databases with COPY, in bounded memory, once.
 *
 * Each part (county) is one transaction per owner, committed when all owners have all of it; a load that breaks leaves
 * whole parts or nothing, and the next one goes on after them. Loads that run at the same time wait for each other.
 *
 * @throws HubError CONFLICT when the databases hold another data set or the rows collide, DUPLICATE_IDENTIFIER,
 *   BAD_USER_INPUT when rows do not fit the tables; whatever the parts themselves throw.
 */
export async function loadRecords(options: LoadRecordsOptions): Promise<LoadResult> {
  const result = { parts: 0, rows: 0 };
  let part = "";
  const owners = new Map<OwnerName, OwnerLoad>();
  try {
    for (const owner of OWNERS) {
      const load = await OwnerLoad.connect(owner, options.urls[owner], options.dataSet, (_, table, count) => {
        result.rows += count;
        options.onProgress?.({ part, owner, table, rows: result.rows });
      });
      owners.set(owner, load);
    }
    const loads = [...owners.values()];
    refuseOtherDataSet(loads, options.dataSet);
    if (loads.every((load) => load.done.has(""))) return result;
    for (const { name, batches } of options.parts) {
      part = name;
      if (await loadPart({ name, batches }, loads)) result.parts += 1;
    }
    for (const load of loads) if (!load.done.has("")) await load.complete();
    return result;
  } finally {
    for (const load of owners.values()) await load.close();
  }
}

async function loadPart(part: LoadPart, owners: readonly OwnerLoad[]): Promise<boolean> {
  const loads = new Map(owners.filter((load) => !load.done.has(part.name)).map((load) => [load.owner, load]));
  if (loads.size === 0) return false;
  try {
    for await (const batch of part.batches()) await loads.get(batch.owner)?.add(batch.table, batch.rows);
    for (const load of loads.values()) await load.finishPart(part.name);
    for (const load of loads.values()) await load.commit();
    return true;
  } catch (error) {
    for (const load of loads.values()) await load.rollback().catch(() => undefined);
    throw error;
  }
}

function refuseOtherDataSet(loads: readonly OwnerLoad[], expected: string | null): void {
  for (const { owner, otherDataSet } of loads) {
    if (otherDataSet === null) continue;
    throw new HubError(
      "CONFLICT",
      `Load: found data set ${otherDataSet} in database ${owner}; expected data set ${expected} or none. Load into empty databases (embedded: delete .hub and start anew).`,
      { owner, found: otherDataSet, expected },
    );
  }
}
