import { runOwner } from "@hub/kit";
import { openDatabase } from "@hub/prisma";
import { runMain } from "@hub/schema";
import { readSchoolsEnvironment } from "./environment.js";
import { subgraph } from "./subgraph.js";

await runMain(async () => runOwner(subgraph, await readSchoolsEnvironment(), openDatabase));
