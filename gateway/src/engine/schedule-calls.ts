import type { CompiledFetch } from "./compile-fetch.js";
import type { FetchStep } from "./compile-steps.js";

/** Fetches that go to one subgraph in one request, and the calls that must have ended before. */
export interface ScheduledCall {
  readonly subgraph: string;
  readonly fetches: readonly CompiledFetch[];
  /** Places of those calls in the schedule. */
  readonly after: readonly number[];
}

interface Slot {
  readonly step: FetchStep;
  earliest: number;
  latest: number;
  fixed: boolean;
}

/** Recomputes between which levels each step may run without making the plan longer. */
function boundLevels(slots: ReadonlyMap<FetchStep, Slot>, last: number): void {
  const ordered = [...slots.values()];
  for (const slot of ordered) {
    if (!slot.fixed) {
      slot.earliest = Math.max(0, ...slot.step.after.map((step) => (slots.get(step)?.earliest ?? 0) + 1));
      slot.latest = last;
    }
  }
  for (const slot of ordered.reverse()) {
    for (const step of slot.step.after) {
      const before = slots.get(step);
      if (before !== undefined && !before.fixed) {
        before.latest = Math.min(before.latest, slot.latest - 1);
      }
    }
  }
}

type Ancestors = ReadonlyMap<FetchStep, ReadonlySet<FetchStep>>;

/** All that each step waits for, directly or through others. Steps come after those they wait for. */
function ancestorsOf(steps: readonly FetchStep[]): Ancestors {
  const ancestors = new Map<FetchStep, ReadonlySet<FetchStep>>();
  for (const step of steps) {
    ancestors.set(step, new Set(step.after.flatMap((before) => [before, ...(ancestors.get(before) ?? [])])));
  }
  return ancestors;
}

/** The steps that can be asked together with the first, none of which waits for another. */
function together([first, ...others]: readonly Slot[], ancestors: Ancestors): readonly Slot[] {
  const group = first === undefined ? [] : [first];
  const waits = (one: Slot, other: Slot): boolean => ancestors.get(one.step)?.has(other.step) === true;
  for (const slot of others.toSorted((one, other) => one.earliest - other.earliest)) {
    if (!group.some((member) => waits(slot, member) || waits(member, slot))) {
      group.push(slot);
    }
  }
  return group;
}

/** Gives every mergeable step a level, using as few levels per subgraph as the plan's length allows. */
function fixLevels(slots: ReadonlyMap<FetchStep, Slot>): void {
  const ancestors = ancestorsOf([...slots.keys()]);
  boundLevels(slots, 0);
  const last = Math.max(0, ...[...slots.values()].map((slot) => slot.earliest));
  boundLevels(slots, last);
  const mergeable = (slot: Slot): boolean => slot.step.fetch.entities !== undefined && slot.step.fetch.kind === "query";
  for (const slot of slots.values()) {
    if (!mergeable(slot)) {
      slot.latest = slot.earliest;
      slot.fixed = true;
    }
  }
  for (;;) {
    boundLevels(slots, last);
    const open = [...slots.values()].filter((slot) => !slot.fixed).sort((one, other) => one.latest - other.latest);
    const [first] = open;
    if (first === undefined) {
      return;
    }
    const group = together(
      open.filter((slot) => slot.step.fetch.subgraph === first.step.fetch.subgraph && slot.earliest <= first.latest),
      ancestors,
    );
    const level = Math.max(...group.map((slot) => slot.earliest));
    for (const slot of group) {
      slot.earliest = level;
      slot.latest = level;
      slot.fixed = true;
    }
  }
}

/**
 * Gathers the fetches of one level to one subgraph into one call.
 *
 * A fetch nobody waits for moves to a later level when a call to its subgraph is made there anyway: fewer requests, and
 * the plan is not longer for it.
 */
export function scheduleCalls(steps: readonly FetchStep[]): readonly ScheduledCall[] {
  const slots = new Map(steps.map((step): [FetchStep, Slot] => [step, { step, earliest: 0, latest: 0, fixed: false }]));
  fixLevels(slots);
  const groups = new Map<string, FetchStep[]>();
  for (const [index, step] of steps.entries()) {
    const { entities, kind, subgraph } = step.fetch;
    const key =
      entities !== undefined && kind === "query" ? `${subgraph} ${slots.get(step)?.earliest}` : `root ${index}`;
    groups.set(key, [...(groups.get(key) ?? []), step]);
  }
  const levelOf = (group: readonly FetchStep[]): number =>
    Math.max(...group.map((step) => slots.get(step)?.earliest ?? 0));
  const ordered = [...groups.values()].sort((one, other) => levelOf(one) - levelOf(other));
  const callOf = new Map(ordered.flatMap((group, place) => group.map((step): [FetchStep, number] => [step, place])));
  return ordered.map((group) => ({
    subgraph: (group[0] as FetchStep).fetch.subgraph,
    fetches: group.map((step) => step.fetch),
    after: [...new Set(group.flatMap((step) => step.after.map((before) => callOf.get(before) ?? 0)))],
  }));
}
