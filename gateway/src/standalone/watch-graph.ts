import { watchFile, unwatchFile } from "node:fs";
import { loadGraph, type LoadedGraph } from "./loaded-graph.js";
import type { StandaloneOptions } from "./standalone-options.js";

const LOOK_EVERY_MS = 500;

/** The graph of a file that may change while requests run. */
export interface WatchedGraph {
  /** The newest graph that could be read; held while a request runs on it. */
  hold(): { readonly graph: LoadedGraph; readonly release: () => void };
  close(): Promise<void>;
}

interface Held {
  readonly graph: LoadedGraph;
  users: number;
  retired: boolean;
}

/** Loads a supergraph file and follows it: a changed file takes over for new requests, a broken one is refused. */
export async function watchGraph(options: StandaloneOptions, say: (message: string) => void): Promise<WatchedGraph> {
  let current: Held = { graph: await loadGraph(options), users: 0, retired: false };
  const closeUnused = async (held: Held): Promise<void> => {
    if (held.retired && held.users === 0) {
      await held.graph.close();
    }
  };
  const reload = async (): Promise<void> => {
    try {
      const graph = await loadGraph(options);
      const before = current;
      current = { graph, users: 0, retired: false };
      before.retired = true;
      await closeUnused(before);
      say("Supergraph: loaded the changed file.");
    } catch (error) {
      say(
        `Supergraph: refused the changed file, kept the one before: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  };
  watchFile(options.supergraphFile, { interval: LOOK_EVERY_MS }, (now, before) => {
    if (now.mtimeMs !== before.mtimeMs) {
      void reload();
    }
  });
  return {
    hold() {
      const held = current;
      held.users += 1;
      return {
        graph: held.graph,
        release: () => {
          held.users -= 1;
          if (held.retired) void closeUnused(held);
        },
      };
    },
    async close() {
      unwatchFile(options.supergraphFile);
      current.retired = true;
      await closeUnused(current);
    },
  };
}
