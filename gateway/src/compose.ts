import { HubError } from "@hub/schema";
import { composeServices } from "@theguild/federation-composition";
import { parse } from "graphql";

/** One subgraph as the gateway sees it: its printed SDL and where it answers. */
export interface SubgraphSdl {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
}

/**
 * Composes subgraphs into one supergraph SDL, in name order so that the committed file is stable.
 *
 * Throws COMPOSITION_FAILED naming every conflict at once: one run is enough to mend them all.
 * Rules: Apollo Federation 2.
 */
export function composeSupergraph(subgraphs: readonly SubgraphSdl[]): string {
  const inNameOrder = [...subgraphs].sort((left, right) => (left.name < right.name ? -1 : 1));
  const services = inNameOrder.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) }));
  const { supergraphSdl, errors = [] } = composeServices(services);

  if (supergraphSdl === undefined) {
    const conflicts = errors.map((error) => error.message);
    throw new HubError("COMPOSITION_FAILED", `Subgraphs do not compose:\n${conflicts.join("\n")}`, { conflicts });
  }
  return `${supergraphSdl.trim()}\n`;
}
