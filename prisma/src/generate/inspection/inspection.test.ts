import { expect, it } from "vitest";
import { planCounty } from "../plan/index.js";
import { inspectionRecords } from "./index.js";

type Row = Readonly<Record<string, string | number | boolean | null | undefined>>;

const counties = ["220622", "441523", "140426", "610526", "220503"];
const known = new Map<string, Readonly<Record<string, readonly Row[]>>>();

function table(countyCode: string, name: string): readonly Row[] {
  let tables = known.get(countyCode);
  if (tables === undefined) {
    const collected: Record<string, Row[]> = {};
    for (const batch of inspectionRecords(planCounty(countyCode))) {
      (collected[batch.table] ??= []).push(...(batch.rows as Row[]));
    }
    tables = collected;
    known.set(countyCode, tables);
  }
  return tables[name] ?? [];
}

const inYear = (column: string, year: number) => (row: Row) => String(row[column]).startsWith(String(year));
const quantityOf = (countyCode: string, kind: string) =>
  table(countyCode, "inspection_activity")
    .filter((row) => row["kind"] === kind)
    .reduce((total, row) => total + Number(row["quantity"]), 0);

it("gives the same records every time", () => {
  expect([...inspectionRecords(planCounty("220503"))]).toEqual([...inspectionRecords(planCounty("220503"))]);
});

it.each(counties)("gives no id twice in a table, county %s", (countyCode) => {
  const names = [
    "inspection",
    "finding",
    "rectification_task",
    "institution_event",
    "complaint",
    "inspection_activity",
    "programme",
  ];
  for (const name of names) {
    const ids = table(countyCode, name).map((row) => row["id"]);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

it.each(counties)("gives every finding one task, due and closed after it was found, county %s", (countyCode) => {
  const found = new Map(table(countyCode, "finding").map((row) => [row["id"], String(row["foundOn"])]));
  const tasks = table(countyCode, "rectification_task");
  expect(new Set(tasks.map((row) => row["findingId"])).size).toBe(found.size);
  for (const task of tasks) {
    const foundOn = found.get(task["findingId"]) ?? "9999";
    expect(String(task["dueOn"]) > foundOn).toBe(true);
    expect(String(task["closedOn"] ?? "9999") > foundOn).toBe(true);
    if (task["closedOn"] === null) expect(task["verified"]).toBe(false);
  }
});

it.each(counties)("leaves tasks open, and severe ones overdue, at the end of 2023, county %s", (countyCode) => {
  const findings = new Map(table(countyCode, "finding").map((row) => [row["id"], row]));
  const open = table(countyCode, "rectification_task").filter((row) => row["closedOn"] === null);
  const overdue = open.filter(
    (row) => findings.get(row["findingId"])?.["severity"] === "SEVERE" && String(row["dueOn"]) < "2023-12-31",
  );
  expect(open.length).toBeGreaterThan(5);
  expect(overdue.length).toBeGreaterThan(0);
});

it.each(counties)("inspects a school only while it is open, county %s", (countyCode) => {
  const schools = new Map(planCounty(countyCode).schools.map((school) => [school.id, school]));
  for (const row of table(countyCode, "inspection")) {
    const school = row["schoolId"] === undefined ? undefined : schools.get(String(row["schoolId"]));
    if (school === undefined) continue;
    expect(String(row["date"]) >= (school.openedOn ?? "")).toBe(true);
    expect(String(row["date"]) < (school.closedOn ?? "9999")).toBe(true);
  }
});

it("counts in 靖宇县 in 2020 what its summary counts", () => {
  const events = table("220622", "institution_event").filter(inYear("date", 2020));
  const kindergartens = events.filter((row) => row["institutionKind"] === "KINDERGARTEN");
  const settled = table("220622", "complaint")
    .filter(inYear("closedOn", 2020))
    .filter((row) => row["channel"] === "PETITION_OFFICE" || row["channel"] === "VISIT");

  expect(
    ["CLOSED", "RECTIFIED", "APPROVED"].map((kind) => kindergartens.filter((row) => row["kind"] === kind).length),
  ).toEqual([5, 7, 5]);
  expect(settled.reduce((total, row) => total + Number(row["persons"]), 0)).toBe(128);
  expect(quantityOf("220622", "LESSONS_OBSERVED")).toBe(210);
  expect(quantityOf("220622", "HD_CAMERAS_ADDED")).toBe(800);
  expect(table("220622", "finding").filter((row) => row["item"] === "PARTY_BUILDING")).toHaveLength(16);
});

it("counts in 黎城县 in 2022 what its summary counts", () => {
  const complaints = table("140426", "complaint").filter(inYear("receivedOn", 2022));
  const through = (channel: string) => complaints.filter((row) => row["channel"] === channel).length;

  expect(["ONLINE_MESSAGE", "HOTLINE_12345", "PETITION_OFFICE"].map(through)).toEqual([25, 95, 10]);
  expect(table("140426", "inspection").filter((row) => row["kind"] === "SPORTS_SITE")).toHaveLength(252);
  const share = (100 * quantityOf("140426", "SAFE_CAMPUS_HELD")) / quantityOf("140426", "SAFE_CAMPUS_ASSESSED");
  expect(Math.round(share)).toBe(93);
});
