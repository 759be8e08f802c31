import { expect, it } from "vitest";
import { planCounty } from "../plan/index.js";
import { fundingRecords } from "./index.js";
import { centsOf } from "./money.js";
import type { PaymentRow, ProjectRow } from "./rows.js";

const counties = ["220622", "441523", "140426", "610526", "220503"];

function rowsOf<T>(countyCode: string, table: string): T[] {
  const batches = [...fundingRecords(planCounty(countyCode))].filter((batch) => batch.table === table);
  return batches.flatMap((batch) => batch.rows) as T[];
}

const total = (amounts: readonly (string | null)[]) =>
  amounts.reduce((sum, amount) => sum + (amount === null ? 0 : centsOf(amount)), 0);

it("gives the same records every time", () => {
  expect([...fundingRecords(planCounty("220503"))]).toEqual([...fundingRecords(planCounty("220503"))]);
});

it.each(counties)("gives no id twice in a table, county %s", (countyCode) => {
  for (const table of ["project", "procurement_line", "payment", "allocation", "programme"]) {
    const ids = rowsOf<{ id: string }>(countyCode, table).map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

it("carries the equipment money of 2016-2020 once, although the document states 2020 again", () => {
  const projects = rowsOf<ProjectRow>("220622", "project");
  const parents = new Set(projects.map((project) => project.parentId));
  const leaves = projects.filter((project) => project.programme === "EQUIPMENT" && !parents.has(project.id));

  // 24 procurements: 8 of 2020 (7,122,100) and 16 before; every equipment row summed would give 65,421,100.
  expect(leaves).toHaveLength(24);
  expect(total(leaves.map((leaf) => leaf.amount))).toBe(29_149_500_00);
});

it("keeps a document's projects as stated and marks their parts as made up", () => {
  const projects = rowsOf<ProjectRow>("220503", "project");
  const stated = projects.find((project) => project.id === "004-weak_schools_buildings");
  const parts = projects.filter((project) => project.parentId === "004-weak_schools_buildings");

  expect(stated).toMatchObject({ origin: "DOCUMENT", documentLine: 34, amount: "15697000", floorAreaM2: "26498" });
  expect(parts).toHaveLength(45);
  expect(new Set(parts.map((part) => part.origin))).toEqual(new Set(["SYNTHETIC"]));
  expect(total(parts.map((part) => part.floorAreaM2))).toBe(26_498_00);
});

it.each(counties)("pays a project's works out to the cent, county %s", (countyCode) => {
  const payments = Map.groupBy(rowsOf<PaymentRow>(countyCode, "payment"), (payment) => payment.projectId);
  const built = rowsOf<ProjectRow>(countyCode, "project").filter((project) =>
    payments.get(project.id)?.some((payment) => payment.economicClass === "CAPITAL" && payment.programme !== "SAFETY"),
  );
  for (const project of built) {
    expect(total((payments.get(project.id) ?? []).map((payment) => payment.amount))).toBe(
      centsOf(project.amount ?? "0"),
    );
  }
});

it("reaches the stated student aid of one year and of five, in money and person-times", () => {
  const aid = rowsOf<PaymentRow>("220622", "payment").filter((payment) => payment.programme === "STUDENT_AID");
  const of2020 = aid.filter((payment) => payment.paidOn.startsWith("2020"));
  const until2020 = aid.filter((payment) => payment.paidOn < "2021");

  expect(total(of2020.map((payment) => payment.amount))).toBe(6_202_700_00);
  expect(of2020.reduce((sum, payment) => sum + (payment.personTimes ?? 0), 0)).toBe(2_960);
  expect(total(until2020.map((payment) => payment.amount))).toBe(30_840_650_00);
  expect(until2020.reduce((sum, payment) => sum + (payment.personTimes ?? 0), 0)).toBe(16_260);
});

it("leaves one school without accounts in 2020 in every county", () => {
  for (const countyCode of counties) {
    const running = rowsOf<PaymentRow>(countyCode, "payment").filter(
      (payment) => payment.paidOn.startsWith("2020") && payment.economicClass === "PERSONNEL",
    );
    const filed = rowsOf<{ schoolId: string; year: number }>(countyCode, "finance_return").filter(
      (row) => row.year === 2020,
    );
    expect(new Set(running.map((payment) => payment.schoolId)).size - filed.length).toBe(1);
  }
});
