import type { Worker } from "node:cluster";

/** What node:cluster sends a worker with a connection, and what the worker answers. */
interface Handover {
  readonly cmd?: string;
  readonly act?: string;
  readonly seq?: number;
  readonly ack?: number;
}

/**
 * Gives connections back that were handed to a worker just before it was killed, so that another takes them.
 *
 * A killed process takes a moment to end; what node:cluster hands it in that time would never be answered. The worker's
 * refusal, which node:cluster knows what to do with, is said in its place.
 */
export function returnConnections(worker: Worker): void {
  const { process: child } = worker;
  const handed = new Set<number>();
  const send = child.send.bind(child) as (...args: readonly unknown[]) => boolean;
  child.send = (...args: readonly unknown[]) => {
    const { cmd, act, seq } = args[0] as Handover;
    if (cmd === "NODE_CLUSTER" && act === "newconn" && seq !== undefined) handed.add(seq);
    return send(...args);
  };
  child.on("internalMessage", ({ ack }: Handover) => {
    if (ack !== undefined) handed.delete(ack);
  });
  worker.once("exit", () => {
    setImmediate(() => {
      for (const ack of handed) child.emit("internalMessage", { cmd: "NODE_CLUSTER", ack, accepted: false });
      handed.clear();
    });
  });
}
