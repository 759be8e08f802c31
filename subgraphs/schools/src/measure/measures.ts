import type { MeasureDefinition } from "@hub/kit";

/** The measures the schools records answer for published figures. */
export const measures: readonly MeasureDefinition[] = [];
