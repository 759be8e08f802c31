import type { ServiceEnvironment } from "@hub/kit";
import { serviceVariables } from "@hub/kit";
import type { EnvironmentSource } from "@hub/schema";
import { readEnvironment, withRuntimeFile } from "@hub/schema";

/** Variables of the indicators subgraph as a process of its own. Throws CONFIGURATION_INVALID naming every problem. */
export async function readIndicatorsEnvironment(source: EnvironmentSource = process.env): Promise<ServiceEnvironment> {
  return readEnvironment(serviceVariables("indicators"), await withRuntimeFile(source));
}
