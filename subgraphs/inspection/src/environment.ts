import type { OwnerEnvironment } from "@hub/kit";
import { ownerVariables } from "@hub/kit";
import type { EnvironmentSource } from "@hub/schema";
import { readEnvironment, withRuntimeFile } from "@hub/schema";

/** Variables of the inspection subgraph as a process of its own. Throws CONFIGURATION_INVALID naming every problem. */
export async function readInspectionEnvironment(source: EnvironmentSource = process.env): Promise<OwnerEnvironment> {
  return readEnvironment(ownerVariables("inspection"), await withRuntimeFile(source));
}
