import { compileCall, type CompiledCall } from "./compile-call.js";
import type { CompiledFetch } from "./compile-fetch.js";
import type { FetchStep } from "./compile-steps.js";
import { PlanPlaces } from "./plan-places.js";
import { scheduleCalls } from "./schedule-calls.js";

/** A call of a plan, and how it stands to the others. */
export interface PlannedCall {
  readonly call: CompiledCall;
  /** How many calls must have ended before. */
  readonly waits: number;
  /** The calls that wait for this one, by number. */
  readonly followers: readonly number[];
}

/** A plan, ready to run. */
export interface CompiledPlan {
  readonly calls: readonly PlannedCall[];
  readonly fetches: readonly CompiledFetch[];
  readonly places: PlanPlaces;
}

/** Gathers a plan's fetches into calls and prepares them. `clientName` gives the client's name of a variable. */
export function compilePlan(steps: readonly FetchStep[], clientName: (name: string) => string): CompiledPlan {
  const fetches = steps.map((step) => step.fetch);
  const places = new PlanPlaces(fetches);
  const schedule = scheduleCalls(steps);
  const calls = schedule.map((scheduled, number) => ({
    call: compileCall(scheduled, { places, clientName }),
    waits: scheduled.after.length,
    followers: schedule.flatMap(({ after }, other) => (after.includes(number) ? [other] : [])),
  }));
  return { calls, fetches, places };
}
