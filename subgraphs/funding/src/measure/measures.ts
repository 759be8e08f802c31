import type { MeasureDefinition } from "@hub/kit";
import { allocationMeasures } from "./allocation.measures.js";
import { paymentMeasures } from "./payment.measures.js";
import { projectMeasures } from "./project.measures.js";

/** The measures the funding records answer for published figures. */
export const measures: readonly MeasureDefinition[] = [...projectMeasures, ...paymentMeasures, ...allocationMeasures];
