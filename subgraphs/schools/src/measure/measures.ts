import type { MeasureDefinition } from "@hub/kit";
import { eventMeasures } from "./event.measures.js";
import { registerMeasures } from "./register.measures.js";
import { studentMeasures } from "./student.measures.js";

/** The measures the schools records answer for published figures. */
export const measures: readonly MeasureDefinition[] = [...registerMeasures, ...studentMeasures, ...eventMeasures];
