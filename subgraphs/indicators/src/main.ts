import { runSubgraph } from "@hub/kit";
import { runMain } from "@hub/schema";
import { readIndicatorsEnvironment } from "./environment.js";
import { subgraph } from "./subgraph.js";

await runMain(async () => runSubgraph(subgraph, await readIndicatorsEnvironment()));
