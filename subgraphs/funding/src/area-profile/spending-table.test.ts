import { expect, it } from "vitest";
import type { SpendingTable } from "./spending-table.js";
import { spendingFacts, spendingTable, totalYuan, yuanText } from "./spending-table.js";
import type { SpendingRow } from "./spending.store.js";

const paid = (over: Partial<SpendingRow>): SpendingRow => ({
  schoolId: "s",
  year: 2020,
  filed: true,
  origin: "SYNTHETIC",
  stage: "PRIMARY",
  economicClass: "PERSONNEL",
  sourceLevel: "COUNTY",
  cents: 0,
  personTimes: 0,
  ...over,
});

const silent: SpendingRow = paid({ filed: false, stage: null, economicClass: null, sourceLevel: null, cents: null });

function table(rows: Readonly<Record<string, readonly SpendingRow[]>>, stage: string | null = null): SpendingTable {
  return spendingTable({ schoolIds: Object.keys(rows), year: 2020, stage }, (id) => rows[id] ?? []);
}

it("adds money to the cent where binary fractions would not", () => {
  const county = table({ a: [paid({ cents: 10 })], b: [paid({ cents: 20 })] });

  // 0.1 + 0.2 is 0.30000000000000004 in yuan.
  expect(totalYuan(county, "spending")).toBe("0.30");
});

it("keeps a school without accounts apart from one that was paid nothing", () => {
  const county = table({ silent: [silent], idle: [paid({ stage: null, cents: null })], paid: [paid({ cents: 500 })] });

  expect(county.cents.spending).toEqual([null, 0, 500]);
  expect(totalYuan(county, "spending")).toBe("5.00");
});

it("has no total when no school filed accounts, and zero when there is no school", () => {
  expect(totalYuan(table({ silent: [silent] }), "spending")).toBeNull();
  expect(totalYuan(table({}), "spending")).toBe("0.00");
});

it("takes one stage of a school that teaches two, and the rest only in the whole", () => {
  const rows = [
    paid({ stage: "PRIMARY", cents: 700 }),
    paid({ stage: "JUNIOR", cents: 900 }),
    paid({ stage: null, economicClass: "CAPITAL", cents: 5_000 }),
  ];

  expect(totalYuan(table({ s: rows }, "JUNIOR"), "spending")).toBe("9.00");
  expect(totalYuan(table({ s: rows }), "spending")).toBe("66.00");
});

it("sorts money into columns that together are the whole", () => {
  const rows = ["PERSONNEL", "PUBLIC_USE", "CAPITAL", "AID", "SUBSIDY"].map((economicClass, index) =>
    paid({ economicClass, cents: 10 ** index, sourceLevel: index < 2 ? "COUNTY" : "MIXED" }),
  );
  const { columns } = spendingFacts(table({ s: rows }));

  expect(columns).toMatchObject({
    spending: [111.11],
    personnelSpending: [0.01],
    publicUseSpending: [0.1],
    capitalSpending: [1],
    aidSpending: [110],
  });
  expect([...table({ s: rows }).bySource]).toEqual([
    ["COUNTY", 11],
    ["MIXED", 11_100],
  ]);
});

it("writes money taken back with its sign once", () => {
  expect(yuanText(-105)).toBe("-1.05");
});
