import type { SchoolArea } from "@hub/kit";
import type { FactTable, OriginName } from "@hub/schema";
import { factTable, mixedOrigin } from "@hub/schema";
import type { SpendingColumns } from "./spending.store.js";

const MONEY_COLUMNS = [
  "spending",
  "personnelSpending",
  "publicUseSpending",
  "capitalSpending",
  "aidSpending",
] as const satisfies readonly (keyof SpendingColumns)[];

export type SpendingColumn = (typeof MONEY_COLUMNS)[number];

/** Money of an area's schools in cents, one slot a school; null where the school filed no accounts. */
export interface SpendingTable {
  readonly area: SchoolArea;
  readonly cents: Readonly<Record<SpendingColumn, readonly (number | null)[]>>;
  readonly aidPersonTimes: readonly (number | null)[];
  readonly origin: OriginName | null;
}

/** Takes an area's schools out of the columns; `slotOf` says where a school stands in them. */
export function spendingTable(
  area: SchoolArea,
  columns: SpendingColumns,
  slotOf: (schoolId: string) => number | undefined,
): SpendingTable {
  const slots = area.schoolIds.map((schoolId) => slotOf(schoolId) ?? -1);
  const ofFiled = (values: readonly number[]) =>
    slots.map((slot) => (columns.filed[slot] === true ? (values[slot] ?? null) : null));
  return {
    area,
    cents: Object.fromEntries(
      MONEY_COLUMNS.map((name) => [name, ofFiled(columns[name])]),
    ) as unknown as SpendingTable["cents"],
    aidPersonTimes: ofFiled(columns.aidPersonTimes),
    origin: mixedOrigin(slots.map((slot) => columns.origin[slot] ?? null)),
  };
}

/** The table as facts for indicators: money in yuan. */
export function spendingFacts({ area, cents, aidPersonTimes, origin }: SpendingTable): FactTable {
  const yuan = Object.entries(cents).map(([name, column]) => [
    name,
    column.map((value) => (value === null ? null : value / 100)),
  ]);
  return factTable({
    schoolIds: area.schoolIds,
    columns: { ...(Object.fromEntries(yuan) as FactTable["columns"]), aidPersonTimes },
    source: "funding",
    asOf: String(area.year),
    origin,
  });
}

/** Yuan with two decimals over the schools that filed, exactly; null when none did though schools exist. */
export function totalYuan({ cents }: SpendingTable, column: SpendingColumn): string | null {
  const filed = cents[column].filter((value) => value !== null);
  if (filed.length === 0 && cents[column].length > 0) return null;
  return yuanText(filed.reduce((sum, value) => sum + value, 0));
}

/** Cents as yuan with two decimals; below zero where more was taken back than paid. */
export function yuanText(cents: number): string {
  const whole = Math.abs(cents);
  const fraction = String(whole % 100).padStart(2, "0");
  return `${cents < 0 ? "-" : ""}${Math.floor(whole / 100)}.${fraction}`;
}
