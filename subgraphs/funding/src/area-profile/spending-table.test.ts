import { expect, it } from "vitest";
import type { SpendingTable } from "./spending-table.js";
import { spendingFacts, spendingTable, totalYuan, yuanText } from "./spending-table.js";
import type { SpendingColumns } from "./spending.store.js";

/** The table of schools with their cents; null where a school filed no accounts. */
function table(spent: Readonly<Record<string, number | null>>, over: Partial<SpendingColumns> = {}): SpendingTable {
  const ids = Object.keys(spent);
  const cents = Object.values(spent);
  const nothing = cents.map(() => 0);
  const columns: SpendingColumns = {
    filed: cents.map((value) => value !== null),
    origin: cents.map((value) => (value === null ? null : "SYNTHETIC")),
    spending: cents.map((value) => value ?? 0),
    personnelSpending: nothing,
    publicUseSpending: nothing,
    capitalSpending: nothing,
    aidSpending: nothing,
    aidPersonTimes: nothing,
    ...over,
  };
  return spendingTable({ schoolIds: ids, year: 2020, stage: null }, columns, (id) => ids.indexOf(id));
}

it("adds money to the cent where binary fractions would not", () => {
  // 0.1 + 0.2 is 0.30000000000000004 in yuan.
  expect(totalYuan(table({ a: 10, b: 20 }), "spending")).toBe("0.30");
});

it("keeps a school without accounts apart from one that was paid nothing", () => {
  const county = table({ silent: null, idle: 0, paid: 500 });

  expect(county.cents.spending).toEqual([null, 0, 500]);
  expect(county.aidPersonTimes).toEqual([null, 0, 0]);
  expect(totalYuan(county, "spending")).toBe("5.00");
});

it("knows nothing of a school that has no slot", () => {
  const { columns, origin } = spendingFacts(
    spendingTable(
      { schoolIds: ["unknown"], year: 2020, stage: null },
      { ...EMPTY, filed: [true], spending: [7] },
      () => undefined,
    ),
  );

  expect(columns["spending"]).toEqual([null]);
  expect(origin).toBeNull();
});

const EMPTY: SpendingColumns = {
  filed: [],
  origin: [],
  spending: [],
  personnelSpending: [],
  publicUseSpending: [],
  capitalSpending: [],
  aidSpending: [],
  aidPersonTimes: [],
};

it("gives facts in yuan", () => {
  const { columns } = spendingFacts(table({ s: 11_111 }, { personnelSpending: [1], aidPersonTimes: [3] }));

  expect(columns).toMatchObject({ spending: [111.11], personnelSpending: [0.01], aidPersonTimes: [3] });
});

it("has no total when no school filed accounts, and zero when there is no school", () => {
  expect(totalYuan(table({ silent: null }), "spending")).toBeNull();
  expect(totalYuan(table({}), "spending")).toBe("0.00");
});

it("writes money taken back with its sign once", () => {
  expect(yuanText(-105)).toBe("-1.05");
});
