import type { SubgraphSdl } from "@hub/gateway/compose";
import { SUBGRAPHS } from "@hub/schema";
import { subgraphs } from "./subgraphs.js";

/** The SDL of every subgraph as its classes give it now, with the address it has when it runs as a service. */
export function printSubgraphs(): Promise<SubgraphSdl[]> {
  return Promise.all(
    SUBGRAPHS.map(async ({ name, port }) => {
      const { sdl } = await subgraphs[name].build();
      return { name, url: `http://127.0.0.1:${port}/graphql`, sdl };
    }),
  );
}
