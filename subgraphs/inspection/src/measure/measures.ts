import type { MeasureDefinition } from "@hub/kit";

/** The measures the inspection records answer for published figures. */
export const measures: readonly MeasureDefinition[] = [];
