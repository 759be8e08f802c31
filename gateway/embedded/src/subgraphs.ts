import { subgraph as funding } from "@hub/funding";
import { subgraph as indicators } from "@hub/indicators";
import { subgraph as inspection } from "@hub/inspection";
import type { Subgraph } from "@hub/kit";
import { subgraph as personnel } from "@hub/personnel";
import type { SubgraphName } from "@hub/schema";
import { subgraph as schools } from "@hub/schools";

/** The subgraphs of this hub. Each is handed its own database, or null when it owns none. */
export const subgraphs: Readonly<Record<SubgraphName, Subgraph<never>>> = {
  schools,
  personnel,
  funding,
  inspection,
  indicators,
};
