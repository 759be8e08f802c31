import { expect, it } from "vitest";
import { planCounties, planCounty } from "../plan/index.js";
import type { CountyPlan } from "../county-plan.js";
import { personnelRecords } from "./index.js";

type Row = Readonly<Record<string, string | number | boolean | null | undefined>>;
type Tables = Readonly<Record<string, readonly Row[]>>;

const counties = ["220622", "441523", "140426", "610526", "220503"];
const known = new Map<string, Tables>();

function tablesOf(plan: CountyPlan): Tables {
  const tables: Record<string, Row[]> = {};
  for (const batch of personnelRecords(plan)) (tables[batch.table] ??= []).push(...(batch.rows as Row[]));
  return tables;
}

function table(countyCode: string, name: string): readonly Row[] {
  const tables = known.get(countyCode) ?? tablesOf(planCounty(countyCode));
  known.set(countyCode, tables);
  return tables[name] ?? [];
}

const covers = (row: Row, day: string) => String(row["validFrom"]) <= day && (row["validTo"] ?? "9999") > day;

const teachersOn = (countyCode: string, day: string) =>
  table(countyCode, "assignment").filter((row) => row["teaches"] === true && covers(row, day));

const sum = (rows: readonly Row[], column: string) => rows.reduce((total, row) => total + Number(row[column]), 0);

it("gives the same records every time", () => {
  expect(tablesOf(planCounty("220503"))).toEqual(tablesOf(planCounty("220503")));
});

it.each(counties)("gives no id twice in a table, county %s", (countyCode) => {
  for (const name of ["person", "assignment", "staff_honour", "training_attendance", "research_project", "programme"]) {
    const ids = table(countyCode, name).map((row) => row["id"]);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

it.each(counties)("lets nobody hold two posts or teach in two places on one day, county %s", (countyCode) => {
  for (const year of [2018, 2019, 2020, 2021, 2022, 2023]) {
    const present = table(countyCode, "assignment").filter((row) => covers(row, `${year}-09-01`));
    for (const flag of ["holdsPost", "teaches"]) {
      const people = present.filter((row) => row[flag] === true).map((row) => row["personId"]);
      expect(new Set(people).size).toBe(people.length);
    }
  }
});

it.each(counties)("keeps every assignment within its person's employment, county %s", (countyCode) => {
  const people = new Map(table(countyCode, "person").map((row) => [row["id"], row]));
  const wrong = table(countyCode, "assignment").filter((row) => {
    const person = people.get(row["personId"]);
    const ends = String(row["validTo"] ?? "9999");
    return (
      String(row["validFrom"]) < String(person?.["hiredOn"]) ||
      ends <= String(row["validFrom"]) ||
      ends > String(person?.["leftOn"] ?? "9999")
    );
  });
  expect(wrong).toEqual([]);
});

it.each(counties)("teaches only where there are classes, county %s", (countyCode) => {
  const schools = new Map(planCounty(countyCode).schools.map((school) => [school.id, school]));
  for (const year of [2018, 2020, 2022, 2023]) {
    const idle = teachersOn(countyCode, `${year}-09-01`).filter((row) => {
      const school = schools.get(String(row["schoolId"]));
      const stage = school?.stages.find((candidate) => candidate === row["stage"]);
      return school === undefined || stage === undefined || school.classes(year, stage).length === 0;
    });
    expect(idle).toEqual([]);
  }
});

it("keeps identities as hashes and marks everybody as made up", () => {
  for (const row of table("220503", "person")) {
    expect(row["identityHash"]).toMatch(/^[0-9a-f]{64}$/);
    expect(row["origin"]).toBe("SYNTHETIC");
  }
});

it("recruits in 靖宇县 what its summary counts", () => {
  const hired = table("220622", "person").filter((row) => row["hireStage"] !== null);
  const through = (channels: readonly string[], from: number, to: number) =>
    hired.filter((row) => {
      const year = Number(String(row["hiredOn"]).slice(0, 4));
      return channels.includes(String(row["hireChannel"])) && year >= from && year <= to;
    });
  const teachers = new Set(
    table("220622", "assignment")
      .filter((row) => row["role"] === "TEACHER")
      .map((row) => row["personId"]),
  );
  const stay = ["OPEN", "FREE_NORMAL", "MASTER_PLAN", "SPECIAL_POST"];

  expect(through(stay, 2020, 2020).filter((row) => teachers.has(row["id"]))).toHaveLength(70);
  expect(through(stay, 2016, 2020).filter((row) => teachers.has(row["id"]))).toHaveLength(239);
  expect(through(["SILVER_AGE"], 2020, 2020)).toHaveLength(13);
  expect(through(["THREE_AREAS"], 2020, 2020)).toHaveLength(15);
  expect(teachersOn("220622", "2020-09-01")).toHaveLength(1530);
});

it("splits the training of 靖宇县 by level and by audience into the same total", () => {
  const stated = table("220622", "training_attendance").filter((row) => Number(row["year"]) <= 2020);
  const of = (column: string, ...values: string[]) =>
    sum(
      stated.filter((row) => values.includes(String(row[column]))),
      "attendances",
    );

  expect(of("level", "NATIONAL", "PROVINCE", "CITY")).toBe(4008);
  expect(of("level", "COUNTY")).toBe(12_557);
  expect(of("audience", "PRINCIPALS")).toBe(484);
  expect(of("audience", "TEACHERS", "NEW_TEACHERS")).toBe(16_081); // 4,008 + 12,557 = 484 + 16,081
});

it("rotates 211 teachers of 黎城县 in 2022 who keep their post where they were", () => {
  const assignments = table("140426", "assignment");
  const rotations = assignments.filter(
    (row) => row["kind"] === "ROTATION" && String(row["validFrom"]).startsWith("2022"),
  );
  expect(new Set(rotations.map((row) => row["personId"])).size).toBe(211);
  for (const rotation of rotations) {
    const posts = assignments.filter(
      (row) => row["personId"] === rotation["personId"] && row["holdsPost"] === true && covers(row, "2022-09-01"),
    );
    expect(posts).toHaveLength(1);
    expect(posts[0]?.["teaches"]).toBe(false);
    expect(posts[0]?.["schoolId"]).not.toBe(rotation["schoolId"]);
  }
});

it("moves 45 urban teachers of 二道江区 to rural schools and lends 18, by 2020", () => {
  const schools = new Map(planCounty("220503").schools.map((school) => [school.id, school.urbanRural]));
  const upTo2020 = table("220503", "assignment").filter((row) => String(row["validFrom"]) < "2021");
  const transfers = upTo2020.filter((row) => row["kind"] === "TRANSFER");
  const lent = upTo2020.filter((row) => row["kind"] === "SUPPORT_TEACHING");

  expect(transfers).toHaveLength(45);
  expect(lent).toHaveLength(18);
  for (const row of [...transfers, ...lent]) expect(schools.get(String(row["schoolId"]))).not.toBe("URBAN");
});

it("ages the teachers of 二道江区 to 45 and misplaces 150 of 580 in 2020", () => {
  const born = new Map(table("220503", "person").map((row) => [row["id"], Number(row["birthYear"])]));
  const teachers = teachersOn("220503", "2020-09-01");
  const ages = teachers.reduce((total, row) => total + 2020 - (born.get(row["personId"]) ?? 0), 0);

  expect(teachers).toHaveLength(580);
  expect(Math.round(ages / 580)).toBe(45);
  expect(teachers.filter((row) => row["qualified"] === false)).toHaveLength(150);
});

it.each(counties)("leaves out exactly one staff return of a school that teaches, county %s", (countyCode) => {
  const plan = planCounty(countyCode);
  const teaching = plan.years.flatMap((year) =>
    plan.schools.filter((school) => school.stages.some((stage) => school.classes(year, stage).length > 0)),
  );
  expect(table(countyCode, "staff_return")).toHaveLength(teaching.length - 1);
});

it("staffs a made-up county with the usual number of students per teacher", () => {
  const [plan] = [...planCounties({ counties: 6, seed: "test" })].slice(5);
  if (plan === undefined) throw new Error("planCounties: found 5 counties; expected 6");
  const day = `${plan.years.at(-1)}-09-01`;
  const teachers = (tablesOf(plan)["assignment"] ?? []).filter((row) => row["teaches"] === true && covers(row, day));
  const students = plan.schools
    .flatMap((school) => school.stages.flatMap((stage) => school.classes(Number(day.slice(0, 4)), stage)))
    .reduce((total, group) => total + group.students, 0);

  expect(students / teachers.length).toBeGreaterThan(10);
  expect(students / teachers.length).toBeLessThan(16);
});
