import type { PlannedCall } from "./compile-plan.js";
import type { PlanRun } from "./plan-run.js";
import { runEntityCall } from "./run-entity-call.js";
import { runRootCall } from "./run-root-call.js";

/**
 * Runs a plan's calls, each as soon as those it waits for have ended, and says when all have.
 *
 * Faults of subgraphs end up in the run's log; `broken` is told of the engine's own.
 */
export function runPlan(
  calls: readonly PlannedCall[],
  run: PlanRun,
  done: () => void,
  broken: (error: unknown) => void,
): void {
  const waits = calls.map((planned) => planned.waits);
  let left = calls.length;

  function begin(number: number): void {
    const { call } = calls[number] as PlannedCall;
    const ended = (): void => end(number);
    if (call.kind === "root") runRootCall(call, run, ended);
    else runEntityCall(call, run, ended);
  }

  function end(number: number): void {
    try {
      left -= 1;
      if (left === 0) {
        done();
        return;
      }
      for (const follower of (calls[number] as PlannedCall).followers) {
        const wait = (waits[follower] as number) - 1;
        waits[follower] = wait;
        if (wait === 0) begin(follower);
      }
    } catch (error) {
      broken(error);
    }
  }

  if (left === 0) done();
  for (let number = 0; number < calls.length; number++) {
    if ((calls[number] as PlannedCall).waits === 0) begin(number);
  }
}
