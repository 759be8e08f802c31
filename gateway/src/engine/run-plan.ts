import type { CompiledCall } from "./compile-call.js";
import type { PlanRun } from "./plan-run.js";
import { runEntityCall } from "./run-entity-call.js";
import { runRootCall } from "./run-root-call.js";

function start(call: CompiledCall, run: PlanRun): Promise<void> | undefined {
  return call.root === undefined ? runEntityCall(call, run) : runRootCall(call, call.root, run);
}

/** Runs a plan's calls, each as soon as those it waits for have ended. Faults end up in the run's log, not here. */
export function runPlan(calls: readonly CompiledCall[], run: PlanRun): Promise<void> {
  return new Promise((resolve, reject) => {
    const waitingFor = calls.map((call) => call.after.length);
    let left = calls.length;
    const begin = (place: number): void => {
      const work = start(calls[place] as CompiledCall, run);
      if (work === undefined) {
        end(place);
      } else {
        work.then(() => end(place)).catch(reject);
      }
    };
    const end = (place: number): void => {
      left -= 1;
      if (left === 0) {
        resolve();
        return;
      }
      for (const [index, call] of calls.entries()) {
        if (call.after.includes(place)) {
          waitingFor[index] = (waitingFor[index] ?? 0) - 1;
          if (waitingFor[index] === 0) {
            begin(index);
          }
        }
      }
    };
    const ready = calls.flatMap((call, place) => (call.after.length === 0 ? [place] : []));
    if (ready.length === 0) {
      resolve();
    }
    ready.forEach(begin);
  });
}
