import type { Viewer } from "@hub/schema";

/** What a subgraph knows of the request it answers. */
export interface SubgraphRequestInfo {
  readonly viewer: Viewer;
  readonly requestId: string;
}
