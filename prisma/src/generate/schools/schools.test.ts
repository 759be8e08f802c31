import { expect, it } from "vitest";
import { planCounties, planCounty } from "../plan/index.js";
import { creditCode, creditCodeCheck } from "./credit-code.js";
import { schoolsRecords } from "./index.js";

type Row = Readonly<Record<string, unknown>>;

const counties = ["220622", "441523", "140426", "610526", "220503"];

const batchesOf = new Map(counties.map((code) => [code, [...schoolsRecords(planCounty(code))]]));

const rowsOf = (code: string, table: string): readonly Row[] =>
  (batchesOf.get(code) ?? []).filter((batch) => batch.table === table).flatMap((batch) => batch.rows);

const sumOf = (rows: readonly Row[], where: Row): number =>
  rows
    .filter((row) => Object.entries(where).every(([key, value]) => row[key] === value))
    .reduce((sum, row) => sum + Number(row["students"]), 0);

it("gives the same records every time", () => {
  expect([...schoolsRecords(planCounty("220503"))]).toEqual([...schoolsRecords(planCounty("220503"))]);
});

it("loads every statement and figure of the documents", () => {
  expect(counties.flatMap((code) => rowsOf(code, "published_figure"))).toHaveLength(467);
  expect(counties.flatMap((code) => rowsOf(code, "school_statement"))).toHaveLength(59);
  expect(counties.flatMap((code) => rowsOf(code, "source_document"))).toHaveLength(5);
});

it("says of every record where it comes from", () => {
  for (const code of counties) {
    for (const { table, rows } of batchesOf.get(code) ?? []) {
      if (["source_document", "published_figure", "school_statement"].includes(table)) continue;
      const wrong = rows.filter((row) => {
        if (row["origin"] === "DOCUMENT") return "document" in row && typeof row["document"] !== "string";
        return (row["document"] ?? null) !== null;
      });
      expect(wrong, table).toEqual([]);
    }
  }
});

it("writes no primary key twice over all counties", () => {
  const keys: Readonly<Record<string, readonly string[]>> = {
    division: ["code"],
    authority: ["id"],
    school: ["id"],
    school_name: ["id"],
    school_identifier: ["id"],
    school_event: ["id"],
    school_division: ["schoolId", "validFrom"],
    class_group: ["schoolId", "year", "stage", "grade", "number"],
    enrolment_group: ["schoolId", "year", "stage", "group"],
    student_outcome: ["schoolId", "year", "stage", "kind"],
    school_condition: ["schoolId", "year", "stage", "item"],
    population: ["divisionCode", "year", "band"],
    published_figure: ["id"],
    school_statement: ["id"],
  };
  const seen = new Set<string>();
  for (const plan of planCounties({ counties: 7, seed: "test" })) {
    for (const { table, rows } of schoolsRecords(plan)) {
      for (const row of rows) {
        const key = [table, ...(keys[table] ?? Object.keys(row)).map((column) => row[column])].join("/");
        if (seen.has(key)) expect.fail(`${key} is written twice`);
        seen.add(key);
      }
    }
  }
});

it("gives no code to two schools, and codes of the ministry's form", () => {
  const identifiers = counties.flatMap((code) => rowsOf(code, "school_identifier"));
  const values = identifiers.map((row) => `${String(row["scheme"])}/${String(row["value"])}`);
  expect(new Set(values).size).toBe(values.length);
  const ministry = identifiers.filter((row) => row["scheme"] === "MOE_SCHOOL_CODE").map((row) => String(row["value"]));
  expect(ministry.filter((value) => !/^(11|21|31|34|36|51)(22|44|14|61)\d{6}$/u.test(value))).toEqual([]);
});

it("computes the check character of a social credit code as GB 32100 does", () => {
  // A public example: 91350100M000100Y43.
  expect(creditCodeCheck("91350100M000100Y4")).toBe("3");
  expect(creditCode("publicInstitution", "220622", "x")).toMatch(/^12220622[0-9A-HJ-NP-RTUWXY]{10}$/u);
});

it("keeps a recoded and renamed school under its old code and name", () => {
  const school = rowsOf("220622", "school").find((row) => row["name"] === "靖宇县花园口学校");
  const codes = rowsOf("220622", "school_identifier").filter(
    (row) => row["schoolId"] === school?.["id"] && row["scheme"] === "MOE_SCHOOL_CODE",
  );
  expect(codes.map((row) => [String(row["value"]).slice(0, 2), row["validFrom"], row["validTo"]])).toEqual([
    ["31", "2019-08-01", null],
    ["21", "2011-09-01", "2019-08-01"],
  ]);
  const names = rowsOf("220622", "school_name").filter((row) => row["schoolId"] === school?.["id"]);
  expect(names.map((row) => [row["name"], row["kind"]])).toEqual([
    ["靖宇县花园口学校", "OFFICIAL"],
    ["花园口镇中心小学", "FORMER"],
  ]);
});

it("has 8 townships and 111 villages in 靖宇县, 184 villages in 黎城县", () => {
  const count = (code: string, level: string) =>
    rowsOf(code, "division").filter((row) => row["level"] === level).length;
  expect([count("220622", "TOWNSHIP"), count("220622", "VILLAGE"), count("140426", "VILLAGE")]).toEqual([8, 111, 184]);
});

it("places the 165 disabled children of 黎城县: 109 in the special school, 41 in classes, 15 at home", () => {
  const groups = rowsOf("140426", "enrolment_group");
  const placed = ["DISABLED_SPECIAL_SCHOOL", "DISABLED_MAINSTREAMED", "DISABLED_HOME_TEACHING"];
  expect(placed.map((group) => sumOf(groups, { year: 2021, group }))).toEqual([109, 41, 15]);
  expect(sumOf(groups, { year: 2021, group: "LEFT_BEHIND" })).toBe(932);
});

it("admits the candidates of 靖宇县 by tier, and says zero where there was none", () => {
  const outcomes = rowsOf("220622", "student_outcome");
  const admitted = (kind: string) => [2016, 2017, 2018, 2019, 2020].map((year) => sumOf(outcomes, { year, kind }));
  expect(admitted("ADMITTED_TIER1")).toEqual([23, 64, 64, 63, 94]);
  expect(admitted("ADMITTED_TIER2")).toEqual([120, 224, 252, 378, 415]);
  const dropouts = outcomes.filter((row) => row["kind"] === "DROPOUT_POVERTY" && row["year"] === 2020);
  expect(dropouts.length).toBeGreaterThan(30);
  expect(new Set(dropouts.map((row) => row["students"]))).toEqual(new Set([0]));
});

it("leaves a school without a return out of every table the return fills", () => {
  const schools = rowsOf("220622", "school");
  const filed = (table: string) =>
    new Set(
      rowsOf("220622", table)
        .filter((row) => row["year"] === 2019)
        .map((row) => row["schoolId"]),
    );
  const returned = filed("school_return");
  const silent = schools.filter((row) => String(row["openedOn"] ?? "2000") < "2019-09-01" && !returned.has(row["id"]));
  expect(silent).toHaveLength(1);
  for (const table of ["class_group", "enrolment_group", "school_condition"]) {
    expect(filed(table).has(silent[0]?.["id"])).toBe(false);
  }
});
