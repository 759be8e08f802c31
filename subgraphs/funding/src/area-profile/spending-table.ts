import type { FactTable, OriginName } from "@hub/schema";
import { mixedOrigin } from "@hub/schema";
import type { SpendingRow } from "./spending.store.js";

/** Whose money is counted, in the calendar year; a null stage means all, and what was paid to no stage in particular. */
export interface SpendingArea {
  readonly schoolIds: readonly string[];
  readonly year: number;
  readonly stage: string | null;
}

type ClassTest = (economicClass: string) => boolean;

/** Which payments a column of money holds. */
const MONEY_COLUMNS = {
  spending: () => true,
  personnelSpending: (economicClass) => economicClass === "PERSONNEL",
  publicUseSpending: (economicClass) => economicClass === "PUBLIC_USE",
  capitalSpending: (economicClass) => economicClass === "CAPITAL",
  aidSpending: (economicClass) => economicClass === "AID" || economicClass === "SUBSIDY",
} as const satisfies Record<string, ClassTest>;

export type SpendingColumn = keyof typeof MONEY_COLUMNS;

/** Money of an area's schools in cents, one slot a school; null where the school filed no accounts. */
export interface SpendingTable {
  readonly area: SpendingArea;
  readonly cents: Readonly<Record<SpendingColumn, readonly (number | null)[]>>;
  readonly aidPersonTimes: readonly (number | null)[];
  /** Cents by level of the payer, over the schools that filed. */
  readonly bySource: ReadonlyMap<string, number>;
  readonly origin: OriginName | null;
}

/** Sorts the rows of an area's schools into columns. */
export function spendingTable(area: SpendingArea, rowsOf: (schoolId: string) => readonly SpendingRow[]): SpendingTable {
  const schools = area.schoolIds.map((schoolId) => {
    const rows = rowsOf(schoolId);
    const paid = rows.filter((row) => row.cents !== null && (area.stage === null || row.stage === area.stage));
    return { filed: rows.some((row) => row.filed), paid, origin: rows[0]?.origin ?? null };
  });
  const column = (value: (row: SpendingRow) => number) =>
    schools.map(({ filed, paid }) => (filed ? paid.reduce((sum, row) => sum + value(row), 0) : null));
  const money = (test: ClassTest) => column((row) => (test(row.economicClass ?? "") ? (row.cents ?? 0) : 0));

  const columns = Object.entries(MONEY_COLUMNS).map(([name, test]) => [name, money(test)]);
  const bySource = new Map<string, number>();
  for (const { sourceLevel, cents } of schools.flatMap(({ paid }) => paid)) {
    bySource.set(sourceLevel ?? "", (bySource.get(sourceLevel ?? "") ?? 0) + (cents ?? 0));
  }
  return {
    area,
    cents: Object.fromEntries(columns) as SpendingTable["cents"],
    aidPersonTimes: column((row) => row.personTimes ?? 0),
    bySource,
    origin: mixedOrigin(schools.map((school) => school.origin)),
  };
}

/** The table as facts for indicators: money in yuan. */
export function spendingFacts({ area, cents, aidPersonTimes, origin }: SpendingTable): FactTable {
  const yuan = Object.entries(cents).map(([name, column]) => [
    name,
    column.map((value) => (value === null ? null : value / 100)),
  ]);
  return {
    schoolIds: area.schoolIds,
    columns: { ...(Object.fromEntries(yuan) as FactTable["columns"]), aidPersonTimes },
    source: "funding",
    asOf: String(area.year),
    origin,
  };
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
