import { jsonAnswer, type Answer } from "./answer-request.js";
import type { WatchedGraph } from "./watch-graph.js";

/** Whether every subgraph answers, for a load balancer: 200 or 503, and which do not. */
export async function readiness(graph: WatchedGraph, stopping: boolean): Promise<Answer> {
  const held = graph.hold();
  const names = [...held.graph.transports.keys()];
  const answers = await Promise.all(names.map((name) => held.graph.transports.get(name)?.ready()));
  held.release();
  const ready = !stopping && answers.every(Boolean);
  const subgraphs = Object.fromEntries(names.map((name, index) => [name, answers[index]]));
  return jsonAnswer(ready ? 200 : 503, JSON.stringify({ ready, subgraphs }));
}
