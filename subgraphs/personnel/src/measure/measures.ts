import type { MeasureDefinition } from "@hub/kit";
import { developmentMeasures } from "./development.measures.js";
import { movementMeasures } from "./movement.measures.js";
import { staffMeasures } from "./staff.measures.js";

/** The measures the personnel records answer for published figures. */
export const measures: readonly MeasureDefinition[] = [...staffMeasures, ...movementMeasures, ...developmentMeasures];
