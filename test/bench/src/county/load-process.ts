import { fork } from "node:child_process";
import { here } from "./contestant.js";
import type { LoadJob, LoadOutcome } from "./driver.js";

/** The process that makes load. */
export interface LoadProcess {
  run(job: LoadJob): Promise<LoadOutcome>;
  close(): void;
}

/** Starts the load driver, on the given cores where the system lets cores be chosen. */
export function startLoadProcess(cores: string): LoadProcess {
  const pinned = process.platform === "linux";
  const child = fork(here("./driver.js"), [], {
    ...(pinned ? { execPath: "taskset", execArgv: ["-c", cores, process.execPath] } : {}),
    serialization: "advanced",
  });
  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        const ended = (code: number | null): void =>
          reject(new Error(`Load on ${job.origin}: found its process ended with ${code}; expected answers.`));
        child.once("exit", ended);
        child.once("message", (message: LoadOutcome | { failure: string }) => {
          child.off("exit", ended);
          if ("failure" in message) {
            reject(new Error(`Load on ${job.origin}: found "${message.failure}"; expected answers.`));
          } else resolve(message);
        });
        child.send(job);
      }),
    close: () => void child.kill(),
  };
}
