import { getOwn, isObject, type Data } from "./data.js";
import type { FaultLog } from "./fault-log.js";

type Twins = Map<Data, Set<Data>>;

function pair(value: unknown, merged: unknown, twins: Twins): void {
  if (Array.isArray(value) && Array.isArray(merged)) {
    value.forEach((item, index) => pair(item, merged[index], twins));
  } else if (isObject(value) && isObject(merged) && value !== merged) {
    const known = twins.get(value) ?? new Set();
    if (known.has(merged)) {
      return;
    }
    twins.set(value, known.add(merged));
    for (const key of Object.keys(value)) {
      pair(getOwn(value, key), getOwn(merged, key), twins);
    }
  }
}

/**
 * Takes over the faults of a plan that ran on data of its own, once that data is merged into `root`.
 *
 * Faults name the objects they belong to; from here on these are the objects of the merged data.
 */
export function adoptFaults(faults: FaultLog, root: Data, others: FaultLog, otherRoot: Data): void {
  if (others.clean) {
    return;
  }
  const twins: Twins = new Map();
  pair(otherRoot, root, twins);
  const merged = (objects: ReadonlySet<Data> | null): ReadonlySet<Data> | null =>
    objects && new Set([...objects].flatMap((object) => [...(twins.get(object) ?? [object])]));
  faults.reported.push(...others.reported.map((fault) => ({ ...fault, under: merged(fault.under) })));
  faults.absences.push(...others.absences.map((absence) => ({ ...absence, entities: merged(absence.entities) })));
  faults.general.push(...others.general);
}
