import type { OwnerEnvironment } from "@hub/kit";
import { ownerVariables } from "@hub/kit";
import type { EnvironmentSource } from "@hub/schema";
import { readEnvironment, withRuntimeFile } from "@hub/schema";

/** Variables of the schools subgraph as a process of its own. Throws CONFIGURATION_INVALID naming every problem. */
export async function readSchoolsEnvironment(source: EnvironmentSource = process.env): Promise<OwnerEnvironment> {
  return readEnvironment(ownerVariables("schools"), await withRuntimeFile(source));
}
