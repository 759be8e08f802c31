import { readQuestions } from "@hub/schema";
import { expect, it } from "vitest";
import { startHub, type TestHub } from "../kit/hub.js";
import { insert } from "../kit/insert.js";

const COUNTY = "220622";
const NORTH = "220622100";
const SOUTH = "220622101";
const ELSEWHERE = "140426100";

const YEAR_2020 = { county: COUNTY, on: "2020-12-31", paidFrom: "2020-01-01", paidTo: "2020-12-31" };

/** Overdue on 31 December 2020 unless told otherwise. */
const LATE = { foundOn: "2020-05-01", dueOn: "2020-08-31" };

const document = (await readQuestions()).find(({ number }) => number === 5)?.document ?? "";

/** A county with one township and no school yet. */
async function county(): Promise<TestHub> {
  const hub = await startHub();
  await hub.seed.county(COUNTY);
  await hub.seed.township(NORTH);
  return hub;
}

/** A school without a payment whose accounts of 2020 are closed. */
async function school(hub: TestHub, id: string, story: { township?: string; filed?: boolean; closedOn?: string } = {}) {
  const { township = NORTH, filed = true, ...rest } = story;
  await hub.seed.school({ id, township, students: null, teachers: null, spending: null, ...rest });
  if (filed) await hub.seed.accounts(id, 2020);
}

interface Money {
  readonly amount: string;
  readonly paidOn?: string;
  readonly programme?: string;
  readonly purpose?: string;
  readonly economicClass?: string;
  readonly stage?: string;
  readonly origin?: string;
}

let serial = 0;

async function pay(hub: TestHub, schoolId: string, money: Money): Promise<void> {
  await insert(hub.databases.funding.pool, "payment", {
    id: `money-${(serial += 1)}`,
    county_code: COUNTY,
    school_id: schoolId,
    stage: money.stage ?? null,
    programme: money.programme ?? "STUDENT_AID",
    purpose: money.purpose ?? null,
    economic_class: money.economicClass ?? "AID",
    source_level: "COUNTY",
    amount: money.amount,
    paid_on: money.paidOn ?? "2020-10-31",
    origin: money.origin ?? "SYNTHETIC",
  });
}

async function answer(hub: TestHub, variables: object = {}) {
  const { county: found } = await hub.query(document, { ...YEAR_2020, ...variables });
  return found.fundedOverdue;
}

const ids = (found: { schools: { nodes: { school: { id: string } }[] } }) =>
  found.schools.nodes.map((node) => node.school.id);

it("lists only schools whose money and overdue rectifications meet, with hand-worked sums", async () => {
  await using hub = await county();
  for (const id of ["both", "more", "paid", "late", "neither"]) await school(hub, id);
  await pay(hub, "both", { amount: "1000.10" });
  await pay(hub, "both", { amount: "0.20", paidOn: "2020-12-31" });
  const works = { programme: "EQUIPMENT", purpose: "EQUIPMENT", economicClass: "CAPITAL" };
  await pay(hub, "more", { amount: "50000.00", paidOn: "2020-01-01", ...works });
  await pay(hub, "more", { amount: "3.05" });
  await pay(hub, "paid", { amount: "7000.00" });
  await hub.seed.task("both", COUNTY, { foundOn: "2020-11-01", dueOn: "2020-12-30", severity: "SEVERE" });
  await hub.seed.task("more", COUNTY, LATE);
  await hub.seed.task("more", COUNTY, { foundOn: "2019-03-01", dueOn: "2019-12-31", severity: "MINOR" });
  await hub.seed.task("late", COUNTY, LATE);

  const found = await answer(hub);

  expect(found).toMatchObject({
    amount: "51003.35", // 50,000 + 3.05 + 1,000.10 + 0.20
    programmes: [
      { programme: "EQUIPMENT", purpose: "EQUIPMENT", economicClass: "CAPITAL", amount: "50000.00", payments: 1 },
      { programme: "STUDENT_AID", purpose: null, economicClass: "AID", amount: "1003.35", payments: 3 },
    ],
    overdueTasks: 3,
    severeTasks: 1,
    origin: "SYNTHETIC",
    // Three schools received money; two of them are late.
    share: {
      value: 2 / 3,
      numerator: 2,
      denominator: 3,
      unit: "schools per funded school",
      status: "OK",
      missing: [],
      coverage: { schoolsIn: 5, schoolsMissing: 0 },
    },
  });
  expect(found.schools.totalCount).toBe(2);
  const [more, both] = found.schools.nodes;
  expect(more).toMatchObject({
    school: { id: "more", name: "学校more", closedOn: null },
    amount: "50003.05",
    programmes: [
      { programme: "EQUIPMENT", amount: "50000.00", lastPaidOn: "2020-01-01" },
      { programme: "STUDENT_AID", amount: "3.05", lastPaidOn: "2020-10-31" },
    ],
    accountsFiled: true,
    overdueTasks: 2,
    severeTasks: 0,
    tasks: [
      { severity: "MINOR", foundOn: "2019-03-01", dueOn: "2019-12-31", daysOverdue: 366 }, // 2020 is a leap year
      { severity: "MAJOR", dueOn: "2020-08-31", daysOverdue: 122 }, // 30 + 31 + 30 + 31
    ],
  });
  expect(both).toMatchObject({
    school: { id: "both" },
    amount: "1000.30",
    programmes: [{ payments: 2, lastPaidOn: "2020-12-31" }],
    overdueTasks: 1,
    severeTasks: 1,
    tasks: [{ dueOn: "2020-12-30", daysOverdue: 1 }],
  });
});

it("draws the line at the end of the day: due, closed and found on it", async () => {
  await using hub = await county();
  const stories = {
    dueToday: { foundOn: "2020-05-01", dueOn: "2020-12-31" },
    dueYesterday: { foundOn: "2020-05-01", dueOn: "2020-12-30" },
    closedToday: { ...LATE, closedOn: "2020-12-31" },
    closedTomorrow: { ...LATE, closedOn: "2021-01-01" },
    closedInTime: { ...LATE, closedOn: "2020-08-31" },
    foundTomorrow: { foundOn: "2021-01-01", dueOn: "2020-12-30" },
  };
  for (const [id, task] of Object.entries(stories)) {
    await school(hub, id);
    await pay(hub, id, { amount: "1.00" });
    await hub.seed.task(id, COUNTY, task);
  }

  expect(ids(await answer(hub))).toEqual(["closedTomorrow", "dueYesterday"]);
});

it("takes money of the period alone, its first and last day included", async () => {
  await using hub = await county();
  const days = { before: "2019-12-31", first: "2020-01-01", last: "2020-12-31", after: "2021-01-01" };
  for (const [id, paidOn] of Object.entries(days)) {
    await school(hub, id);
    await pay(hub, id, { amount: "1.00", paidOn });
    await hub.seed.task(id, COUNTY, LATE);
  }

  expect(ids(await answer(hub))).toEqual(["first", "last"]);
});

it("leaves out pay and running costs unless they are asked for, and takes programmes one by one", async () => {
  await using hub = await county();
  await school(hub, "s");
  await hub.seed.task("s", COUNTY, LATE);
  await pay(hub, "s", { amount: "900.00", programme: "RUNNING_COSTS", economicClass: "PERSONNEL" });
  await pay(hub, "s", { amount: "80.00", programme: "RUNNING_COSTS", economicClass: "PUBLIC_USE" });

  expect((await answer(hub)).share).toMatchObject({ value: null, denominator: 0, status: "ZERO_DENOMINATOR" });
  await pay(hub, "s", { amount: "7.00", programme: "RURAL_TEACHER_SUBSIDY", economicClass: "SUBSIDY" });
  await pay(hub, "s", { amount: "6.00" });

  expect((await answer(hub)).amount).toBe("13.00");
  expect((await answer(hub, { programmes: ["RURAL_TEACHER_SUBSIDY"] })).amount).toBe("7.00");
  expect((await answer(hub, { economicClasses: ["PUBLIC_USE", "AID"] })).amount).toBe("86.00");
  expect(await answer(hub, { programmes: [] })).toMatchObject({ amount: "0.00", schools: { totalCount: 0 } });
});

it("does not list a school whose money was all taken back", async () => {
  await using hub = await county();
  await school(hub, "s");
  await hub.seed.task("s", COUNTY, LATE);
  await pay(hub, "s", { amount: "500.00" });
  await pay(hub, "s", { amount: "-500.00", paidOn: "2020-11-30" });

  expect(await answer(hub)).toMatchObject({
    amount: "0.00",
    origin: null,
    share: { numerator: 0, denominator: 0, status: "ZERO_DENOMINATOR", coverage: { schoolsIn: 1, schoolsMissing: 0 } },
    schools: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } },
  });
});

it("tells a school that received nothing from one whose accounts are missing", async () => {
  await using hub = await county();
  await school(hub, "nothing");
  await school(hub, "unknown", { filed: false });
  await school(hub, "received", { filed: false });
  await pay(hub, "received", { amount: "10.00" });
  for (const id of ["nothing", "unknown", "received"]) await hub.seed.task(id, COUNTY, LATE);

  const found = await answer(hub);

  // What was paid was paid, though the accounts of the year are open: the row says that there may be more.
  expect(found.schools.nodes).toMatchObject([{ school: { id: "received" }, accountsFiled: false }]);
  expect(found.share).toMatchObject({
    value: 1,
    numerator: 1,
    denominator: 1,
    status: "OK",
    coverage: { schoolsIn: 2, schoolsMissing: 1 },
  });
  // Two calendar years: 2019 was filed by nobody.
  expect((await answer(hub, { paidFrom: "2019-12-31" })).share.coverage).toEqual({ schoolsIn: 1, schoolsMissing: 2 });
});

it("reports missing accounts of every school as missing, and an area without schools as not applicable", async () => {
  await using hub = await county();
  expect((await answer(hub)).share).toMatchObject({ value: null, status: "NOT_APPLICABLE", numerator: null });

  await school(hub, "unknown", { filed: false });
  expect((await answer(hub)).share).toMatchObject({
    value: null,
    numerator: null,
    status: "MISSING_INPUT",
    missing: ["payments"],
    coverage: { schoolsIn: 0, schoolsMissing: 1 },
  });
});

it("keeps the schools of other counties and townships out", async () => {
  await using hub = await county();
  await hub.seed.township(SOUTH);
  await hub.seed.county("140426", "黎城县");
  await hub.seed.township(ELSEWHERE);
  await hub.seed.authority("office", "教育局", COUNTY);
  for (const [id, township] of [
    ["north", NORTH],
    ["south", SOUTH],
    ["far", ELSEWHERE],
  ] as const) {
    await school(hub, id, { township });
    await pay(hub, id, { amount: "1.00" });
    await hub.seed.task(id, township.slice(0, 6), LATE);
  }
  await insert(hub.databases.schools.pool, "school_authority", {
    school_id: "far",
    authority_id: "office",
    valid_from: "1980-01-01",
    origin: "SYNTHETIC",
  });
  const LIST = /* GraphQL */ `
    fragment List on FundedOverdue {
      schools {
        nodes {
          school {
            id
          }
        }
      }
    }
    query ($on: Date!, $paidFrom: Date!) {
      county(code: "${COUNTY}") { fundedOverdue(on: $on, paidFrom: $paidFrom) { ...List } }
      township(code: "${SOUTH}") { fundedOverdue(on: $on, paidFrom: $paidFrom) { ...List } }
      authority(id: "office") { fundedOverdue(on: $on, paidFrom: $paidFrom) { ...List } }
    }
  `;

  const found = await hub.query(LIST, { on: "2020-12-31", paidFrom: "2020-01-01" });

  expect(ids(found.county.fundedOverdue)).toEqual(["north", "south"]);
  expect(ids(found.township.fundedOverdue)).toEqual(["south"]);
  expect(ids(found.authority.fundedOverdue)).toEqual(["far"]);
});

it("finds the schools of a township that moved to another county, before and after the register has sorted itself", async () => {
  await using hub = await county();
  await hub.seed.county("140426", "黎城县");
  await hub.seed.township(SOUTH);
  await school(hub, "moved", { township: SOUTH });
  await pay(hub, "moved", { amount: "1.00" });
  await hub.seed.task("moved", COUNTY, LATE);
  const { pool } = hub.databases.schools;
  const listed = async (code: string) => {
    hub.resetCounts();
    return [ids(await answer(hub, { county: code })), hub.databaseQueries("schools")];
  };

  expect(await listed(COUNTY)).toEqual([["moved"], 1]);
  await pool.query("update division set county_code = '140426', parent_code = '140426' where code = $1", [SOUTH]);
  // While divisions are news, what is kept of areas is not taken.
  expect(await listed(COUNTY)).toEqual([[], 2]);
  expect(await listed("140426")).toEqual([["moved"], 2]);
  await school(hub, "other");
  expect(await listed(COUNTY)).toEqual([[], 1]);
  expect(await listed("140426")).toEqual([["moved"], 1]);
});

it("keeps a school that was merged away in the period, where it lay last, and forgets it afterwards", async () => {
  await using hub = await county();
  await school(hub, "merged", { closedOn: "2020-08-01" });
  await school(hub, "before", { closedOn: "2020-01-01" });
  await hub.databases.schools.pool.query(
    "update school_division set valid_to = '2020-08-01' where school_id = 'merged'",
  );
  for (const id of ["merged", "before"]) {
    await pay(hub, id, { amount: "1.00", paidOn: "2020-03-01" });
    await hub.seed.task(id, COUNTY, { foundOn: "2020-01-10", dueOn: "2020-06-30" });
  }

  const found = await answer(hub);
  expect(found.schools.nodes).toMatchObject([{ school: { id: "merged", closedOn: "2020-08-01" } }]);
  const later = { on: "2021-12-31", paidFrom: "2020-09-01", paidTo: "2021-12-31" };
  expect((await answer(hub, later)).share.status).toBe("NOT_APPLICABLE");
});

it("names the schools as the register does now, and asks it for what a list does not show", async () => {
  await using hub = await county();
  const { pool } = hub.databases.schools;
  for (const id of ["a", "b"]) {
    await school(hub, id);
    await hub.seed.task(id, COUNTY, LATE);
    await pay(hub, id, { amount: "10.00" });
  }
  const shown = () =>
    hub.query(`{ county(code: "${COUNTY}") { fundedOverdue(on: "2020-12-31", paidFrom: "2020-01-01", paidTo: "2020-12-31") {
      schools { nodes { school { title: name township { code } ...More } } } } } }
      fragment More on School { closedOn sponsor }`);
  const listOf = (titles: readonly string[]) => ({
    county: {
      fundedOverdue: {
        schools: {
          nodes: titles.map((title) => ({
            school: { title, township: { code: NORTH }, closedOn: null, sponsor: expect.any(String) },
          })),
        },
      },
    },
  });
  expect(await shown()).toEqual(listOf(["学校a", "学校b"]));

  const long = `"第一"小学(分校)|;,${"长".repeat(3_000)}`;
  await pool.query("update school set name = $1 where id = 'a'", [long]);
  expect(await shown()).toEqual(listOf([long, "学校b"]));
});

it("takes one stage: schools that teach it, money for it, findings about it or the whole school", async () => {
  await using hub = await county();
  for (const [id, stages] of [
    ["nine", ["PRIMARY", "JUNIOR"]],
    ["junior", ["JUNIOR"]],
  ] as const) {
    await hub.seed.school({ id, township: NORTH, stages, students: null, teachers: null, spending: null });
    await hub.seed.accounts(id, 2020);
    await hub.seed.task(id, COUNTY, LATE);
  }
  await pay(hub, "nine", { amount: "5.00", stage: "PRIMARY" });
  await pay(hub, "nine", { amount: "30.00", stage: "JUNIOR" });
  await pay(hub, "junior", { amount: "200.00" });
  const { pool } = hub.databases.inspection;

  const primary = await answer(hub, { stage: "PRIMARY" });
  expect(primary).toMatchObject({ amount: "5.00", share: { coverage: { schoolsIn: 1 } } });
  // Money for no stage in particular counts only in the whole.
  expect(await answer(hub, { stage: "JUNIOR" })).toMatchObject({ amount: "30.00", share: { denominator: 1 } });
  expect((await answer(hub)).amount).toBe("235.00");
  await pool.query("update finding set stage = 'JUNIOR' where school_id = 'nine'");
  expect((await answer(hub, { stage: "PRIMARY" })).schools.totalCount).toBe(0);
});

it("narrows to severe findings", async () => {
  await using hub = await county();
  for (const id of ["mild", "grave"]) {
    await school(hub, id);
    await pay(hub, id, { amount: "1.00" });
    await hub.seed.task(id, COUNTY, LATE);
  }
  await hub.seed.task("grave", COUNTY, { ...LATE, severity: "SEVERE" });

  const found = await answer(hub, { severities: ["SEVERE"] });

  expect(found.schools.nodes).toMatchObject([{ school: { id: "grave" }, overdueTasks: 1, severeTasks: 1 }]);
  expect(found.share).toMatchObject({ numerator: 1, denominator: 2 });
});

it("counts, when asked so, only money paid while a rectification was overdue", async () => {
  await using hub = await county();
  for (const id of ["during", "earlier", "later"]) await school(hub, id);
  // Overdue from 1 July; closed on 1 November: 30 June and 1 November are not overdue days.
  const spell = { foundOn: "2020-03-01", dueOn: "2020-06-30", closedOn: "2020-11-01" };
  for (const id of ["during", "earlier", "later"]) await hub.seed.task(id, COUNTY, spell);
  await hub.seed.task("during", COUNTY, { foundOn: "2020-12-01", dueOn: "2020-12-15" });
  await pay(hub, "during", { amount: "1.00", paidOn: "2020-06-30" });
  await pay(hub, "during", { amount: "20.00", paidOn: "2020-07-01" });
  await pay(hub, "during", { amount: "300.00", paidOn: "2020-10-31" });
  await pay(hub, "during", { amount: "4000.00", paidOn: "2020-11-01" });
  await pay(hub, "earlier", { amount: "1.00", paidOn: "2020-05-01" });
  await pay(hub, "later", { amount: "1.00", paidOn: "2020-12-31" });

  const found = await answer(hub, { overdueWhen: "WHEN_PAID" });

  expect(found.schools.nodes).toMatchObject([
    {
      school: { id: "during" },
      amount: "320.00",
      programmes: [{ amount: "320.00", payments: 2, lastPaidOn: "2020-10-31" }],
      // 30 June to 31 October; the task of December was not overdue on any day of payment.
      tasks: [{ dueOn: "2020-06-30", daysOverdue: 123 }],
    },
  ]);
  expect(found.share).toMatchObject({ numerator: 1, denominator: 3 });
  // On 31 December only the task of December is overdue, and all money of the year counts.
  expect((await answer(hub)).schools.nodes).toMatchObject([
    { school: { id: "during" }, amount: "4321.00", tasks: [{ dueOn: "2020-12-15", daysOverdue: 16 }] },
  ]);
});

/** The answer with the number of statements the funding database was asked. */
async function counted(hub: TestHub, variables: object = {}) {
  hub.resetCounts();
  const found = await answer(hub, variables);
  return { found, statements: hub.databaseQueries("funding") };
}

it.each([
  // Whole groups: the first and the last day of payment are those of the period, or lie inside it.
  ["2020-03-01", "2020-09-01", "321.00", 3, "2020-09-01", 1],
  ["2020-02-29", "2020-12-30", "321.00", 3, "2020-09-01", 1],
  // The period begins or ends between payments.
  ["2020-03-01", "2020-08-31", "21.00", 2, "2020-06-30", 2],
  ["2020-03-02", "2020-09-01", "320.00", 2, "2020-09-01", 2],
  ["2020-06-30", "2020-06-30", "20.00", 1, "2020-06-30", 2],
  ["2019-12-31", "2020-06-29", "1.00", 1, "2020-03-01", 2],
])("counts %s to %s to the day: %s", async (paidFrom, paidTo, amount, payments, lastPaidOn, statements) => {
  await using hub = await county();
  for (const id of ["thrice", "once", "early"]) {
    await school(hub, id);
    await hub.seed.task(id, COUNTY, LATE);
  }
  await pay(hub, "thrice", { amount: "1.00", paidOn: "2020-03-01" });
  await pay(hub, "thrice", { amount: "20.00", paidOn: "2020-06-30" });
  await pay(hub, "thrice", { amount: "300.00", paidOn: "2020-09-01" });
  await pay(hub, "once", { amount: "0.50", paidOn: "2020-06-30" });
  await pay(hub, "early", { amount: "9.00", paidOn: "2020-01-01" });
  await pay(hub, "early", { amount: "9.00", paidOn: "2020-02-28" });

  const answered = await counted(hub, { paidFrom, paidTo });

  const [thrice, ...others] = answered.found.schools.nodes.filter(
    (node: { school: { id: string } }) => node.school.id !== "early",
  );
  expect(thrice).toMatchObject({
    school: { id: "thrice" },
    amount,
    programmes: [{ amount, payments, lastPaidOn }],
  });
  expect(others.map((node: { amount: string }) => node.amount)).toEqual(paidTo < "2020-06-30" ? [] : ["0.50"]);
  expect(ids(answered.found).includes("early")).toBe(paidFrom < "2020-01-01");
  expect(answered.statements).toBe(statements);
});

it.each([
  ["2020-07-01", "2020-08-31", 2],
  ["2020-09-02", "2020-12-31", 1],
  ["2020-01-01", "2020-02-29", 1],
])("finds nothing from %s to %s, between, after and before payments", async (paidFrom, paidTo, statements) => {
  await using hub = await county();
  await school(hub, "s", { filed: false });
  await hub.seed.task("s", COUNTY, LATE);
  await pay(hub, "s", { amount: "1.00", paidOn: "2020-03-01" });
  await pay(hub, "s", { amount: "2.00", paidOn: "2020-09-01" });

  const answered = await counted(hub, { paidFrom, paidTo });

  expect(answered).toMatchObject({
    found: { amount: "0.00", schools: { totalCount: 0 }, share: { status: "MISSING_INPUT", missing: ["payments"] } },
    statements,
  });
});

it.each([
  ["2018-01-01", "2020-12-31", "54321.00", 5, false, 1],
  ["2018-06-30", "2020-10-31", "54321.00", 5, false, 1],
  ["2019-01-01", "2020-12-31", "54320.00", 4, true, 1],
  // The payment of 2018 lies outside, one of 2019 and one of 2020 as well.
  ["2018-07-01", "2020-09-30", "50320.00", 3, false, 2],
  ["2019-06-30", "2020-02-29", "50020.00", 2, true, 2],
])("adds up several years, %s to %s: %s", async (paidFrom, paidTo, amount, payments, accountsFiled, statements) => {
  await using hub = await county();
  await school(hub, "s");
  await hub.seed.accounts("s", 2019);
  await hub.seed.task("s", COUNTY, LATE);
  for (const [paidOn, paid] of [
    ["2018-06-30", "1.00"],
    ["2019-06-30", "20.00"],
    ["2020-02-29", "50000.00"],
    ["2020-06-30", "300.00"],
    ["2020-10-31", "4000.00"],
  ] as const) {
    await pay(hub, "s", { amount: paid, paidOn });
  }

  const answered = await counted(hub, { paidFrom, paidTo });

  expect(answered.found.schools.nodes).toMatchObject([{ amount, programmes: [{ amount, payments }], accountsFiled }]);
  expect(answered.statements).toBe(statements);
});

it("reads single payments only of late schools that were paid on several days", async () => {
  await using hub = await county();
  for (const id of ["late", "other", "cancelled", "nothing"]) await school(hub, id, { filed: id === "nothing" });
  await hub.seed.task("late", COUNTY, LATE);
  await pay(hub, "late", { amount: "300.00", paidOn: "2020-09-30" });
  for (const paidOn of ["2020-03-01", "2020-09-01"]) {
    await pay(hub, "other", { amount: "5.00", paidOn });
    await pay(hub, "cancelled", { amount: paidOn < "2020-06-30" ? "7.00" : "-7.00", paidOn });
  }
  const share = { numerator: 1, denominator: 2, coverage: { schoolsIn: 4, schoolsMissing: 0 } };

  expect(await counted(hub, { overdueWhen: "WHEN_PAID" })).toMatchObject({
    found: { amount: "300.00", share },
    statements: 1,
  });
  await pay(hub, "late", { amount: "1.00", paidOn: "2020-08-31" });
  await pay(hub, "late", { amount: "20.00", paidOn: "2020-09-01" });
  expect(await counted(hub, { overdueWhen: "WHEN_PAID" })).toMatchObject({
    found: { amount: "320.00", programmes: [{ payments: 2 }], share },
    statements: 2,
  });
  expect(await counted(hub)).toMatchObject({ found: { amount: "321.00", share }, statements: 1 });
});

it("takes pay and running costs with other money, each payment once", async () => {
  await using hub = await county();
  for (const id of ["s", "bare"]) await school(hub, id);
  await school(hub, "unknown", { filed: false });
  await hub.seed.task("s", COUNTY, LATE);
  await pay(hub, "s", { amount: "80.00", programme: "RUNNING_COSTS", economicClass: "PUBLIC_USE", stage: "PRIMARY" });
  await pay(hub, "s", { amount: "900.00", programme: "RUNNING_COSTS", economicClass: "PERSONNEL" });
  await pay(hub, "s", { amount: "6.00", stage: "PRIMARY" });
  await pay(hub, "s", { amount: "1000.00", programme: "EQUIPMENT", economicClass: "CAPITAL" });
  const ask = (economicClasses: readonly string[]) => counted(hub, { economicClasses });
  const coverage = { schoolsIn: 2, schoolsMissing: 1 };

  const both = await ask(["AID", "PUBLIC_USE", "AID"]);
  expect(both).toMatchObject({ found: { amount: "86.00", share: { denominator: 1, coverage } }, statements: 2 });
  expect(both.found.programmes.map((money: { payments: number }) => money.payments)).toEqual([1, 1]);
  expect(both.found.schools.nodes).toMatchObject([{ accountsFiled: true }]);
  expect(await ask(["PERSONNEL"])).toMatchObject({ found: { amount: "900.00", share: { coverage } }, statements: 2 });
  expect(await ask(["AID", "CAPITAL"])).toMatchObject({ found: { amount: "1006.00" }, statements: 1 });
  const none = { amount: "0.00", share: { status: "ZERO_DENOMINATOR", coverage } };
  expect(await ask([])).toMatchObject({ found: none, statements: 1 });
});

it("takes money that was all taken back for a payment, whatever it was for", async () => {
  await using hub = await county();
  for (const id of ["same", "apart"]) {
    await school(hub, id, { filed: false });
    await hub.seed.task(id, COUNTY, LATE);
    await pay(hub, id, { amount: "500.05" });
  }
  await pay(hub, "same", { amount: "-500.05", paidOn: "2020-10-31" });
  await pay(hub, "apart", { amount: "-500.05", programme: "WORKS", economicClass: "CAPITAL" });

  const coverage = { schoolsIn: 2, schoolsMissing: 0 };
  expect(await answer(hub)).toMatchObject({ amount: "0.00", share: { denominator: 0, coverage } });
  await pay(hub, "same", { amount: "0.01", paidOn: "2020-12-31" });
  expect((await answer(hub)).schools.nodes).toMatchObject([
    { school: { id: "same" }, amount: "0.01", programmes: [{ payments: 3, lastPaidOn: "2020-12-31" }] },
  ]);
});

it("keeps purposes apart and stages together, under any name, to the cent", async () => {
  await using hub = await county();
  await school(hub, "s");
  await hub.seed.task("s", COUNTY, LATE);
  const programme = 'A"],[\\null,';
  await pay(hub, "s", { amount: "70000000000.01", programme });
  await pay(hub, "s", { amount: "70000000000.01", programme, stage: "PRIMARY", paidOn: "2020-12-31" });
  await pay(hub, "s", { amount: "70000000000.01", programme, stage: "JUNIOR", paidOn: "2020-01-01" });
  await pay(hub, "s", { amount: "0.02", programme, purpose: "[校舍, 操场]", stage: "PRIMARY" });

  const { found } = await counted(hub);

  expect(found).toMatchObject({ amount: "210000000000.05", origin: "SYNTHETIC" });
  expect(found.schools.nodes[0].programmes).toEqual([
    {
      programme,
      purpose: null,
      economicClass: "AID",
      amount: "210000000000.03",
      payments: 3,
      lastPaidOn: "2020-12-31",
    },
    {
      programme,
      purpose: "[校舍, 操场]",
      economicClass: "AID",
      amount: "0.02",
      payments: 1,
      lastPaidOn: "2020-10-31",
    },
  ]);
  expect((await answer(hub, { programmes: [programme] })).amount).toBe("210000000000.05");
});

it("asks the funding database once for any number of areas, twice when a period cuts payments", async () => {
  await using hub = await county();
  await hub.seed.township(SOUTH);
  for (const [id, township] of [
    ["north", NORTH],
    ["south", SOUTH],
  ] as const) {
    await school(hub, id, { township });
    await hub.seed.task(id, COUNTY, LATE);
    for (const paidOn of ["2020-03-01", "2020-09-01"]) await pay(hub, id, { amount: "1.00", paidOn });
  }
  const AREAS = /* GraphQL */ `
    query ($paidTo: Date!) {
      county(code: "${COUNTY}") { fundedOverdue(on: "2020-12-31", paidTo: $paidTo) { amount share { denominator } } }
      north: township(code: "${NORTH}") { fundedOverdue(on: "2020-12-31", paidTo: $paidTo) { amount } }
      south: township(code: "${SOUTH}") { fundedOverdue(on: "2020-12-31", paidTo: $paidTo) { amount } }
    }
  `;
  const ask = async (paidTo: string) => {
    hub.resetCounts();
    const { county: whole, north, south } = await hub.query(AREAS, { paidTo });
    const amounts = [whole, north, south].map((area) => area.fundedOverdue.amount);
    return [...amounts, whole.fundedOverdue.share.denominator, hub.databaseQueries("funding")];
  };

  expect(await ask("2020-12-31")).toEqual(["4.00", "2.00", "2.00", 2, 1]);
  expect(await ask("2020-08-31")).toEqual(["2.00", "1.00", "1.00", 2, 2]);
});

it("takes the last payment of all programmes for the days overdue", async () => {
  await using hub = await county();
  await school(hub, "s");
  await hub.seed.task("s", COUNTY, LATE);
  await pay(hub, "s", { amount: "1.00", paidOn: "2020-10-31" });
  await pay(hub, "s", { amount: "1.00", paidOn: "2020-09-30", programme: "WORKS", economicClass: "CAPITAL" });
  await pay(hub, "s", { amount: "1.00", paidOn: "2020-09-01", programme: "SUPPORT", economicClass: "SUBSIDY" });

  const { schools } = await answer(hub, { overdueWhen: "WHEN_PAID" });

  // 31 August to 31 October.
  expect(schools.nodes).toMatchObject([{ amount: "3.00", tasks: [{ daysOverdue: 61 }] }]);
});

it("says made up as soon as one record is, and stated only when all are", async () => {
  await using hub = await county();
  for (const id of ["stated", "mixed"]) {
    await school(hub, id);
    await pay(hub, id, { amount: "1.00", origin: "DOCUMENT" });
    await hub.seed.task(id, COUNTY, LATE);
  }
  const { pool } = hub.databases.inspection;
  await pool.query("update finding set origin = 'DOCUMENT' where school_id = 'stated'");
  await pool.query("update rectification_task set origin = 'DOCUMENT'");

  const { schools, origin } = await answer(hub);

  expect(schools.nodes).toMatchObject([
    { school: { id: "mixed" }, origin: "SYNTHETIC" },
    { school: { id: "stated" }, origin: "DOCUMENT" },
  ]);
  expect(origin).toBe("SYNTHETIC");
});

it("pages 1,000 schools in a stable order, each once, with the same statements for any number", async () => {
  await using hub = await county();
  const { schools, funding, inspection } = hub.databases;
  const fill = async (from: number, to: number) => {
    const range = [from, to];
    await schools.pool.query(
      `insert into school (id, county_code, name, type_code, sponsor, ownership, boarding, stages, origin)
       select 'S' || lpad(n::text, 4, '0'), '${COUNTY}', '学校' || n, '211', '', 'PUBLIC', false, '{PRIMARY}', 'SYNTHETIC'
       from generate_series($1::int, $2::int) n`,
      range,
    );
    await schools.pool.query(
      `insert into school_division (school_id, division_code, valid_from, origin)
       select 'S' || lpad(n::text, 4, '0'), '${NORTH}', '1980-01-01', 'SYNTHETIC' from generate_series($1::int, $2::int) n`,
      range,
    );
    // Ten schools each received the same: the order must not rest on the amount alone.
    await funding.pool.query(
      `insert into payment (id, county_code, school_id, programme, economic_class, source_level, amount, paid_on, origin)
       select 'P' || n, '${COUNTY}', 'S' || lpad(n::text, 4, '0'), 'STUDENT_AID', 'AID', 'COUNTY', 1 + n / 10, '2020-10-31',
         'SYNTHETIC' from generate_series($1::int, $2::int) n`,
      range,
    );
    await inspection.pool.query(
      `insert into finding (id, county_code, school_id, item, severity, found_on, origin)
       select 'F' || n, '${COUNTY}', 'S' || lpad(n::text, 4, '0'), '消防通道', 'MAJOR', '2020-05-01', 'SYNTHETIC'
       from generate_series($1::int, $2::int) n`,
      range,
    );
    await inspection.pool.query(
      `insert into rectification_task (id, finding_id, county_code, school_id, owner, due_on, verified, origin)
       select 'T' || n, 'F' || n, '${COUNTY}', 'S' || lpad(n::text, 4, '0'), '校长', '2020-08-31', false, 'SYNTHETIC'
       from generate_series($1::int, $2::int) n`,
      range,
    );
  };
  const statements = async () => {
    hub.resetCounts();
    await answer(hub, { first: 500 });
    return (["schools", "personnel", "funding", "inspection"] as const).map((owner) => hub.databaseQueries(owner));
  };

  await fill(0, 1);
  // The county with its schools and their names; payments with closed accounts; tasks.
  expect(await statements()).toEqual([1, 0, 1, 1]);
  await fill(2, 999);
  expect(await statements()).toEqual([1, 0, 1, 1]);

  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof answer>> = await answer(hub, { first: 300, after });
    // 1 + 0, ... 1 + 99, ten schools each: 10 × (100 + 4,950).
    expect(page).toMatchObject({ amount: "50500.00", overdueTasks: 1000, schools: { totalCount: 1000 } });
    seen.push(...ids(page));
    after = page.schools.pageInfo.hasNextPage ? page.schools.pageInfo.endCursor : null;
  } while (after !== null);
  expect(new Set(seen).size).toBe(1000);
  expect(seen.slice(0, 11)).toEqual([..."0123456789"].map((digit) => `S099${digit}`).concat("S0980"));
});

it("loses and repeats no school when the row a cursor stands on goes away", async () => {
  await using hub = await county();
  for (const [id, amount] of [
    ["a", "30.00"],
    ["b", "20.00"],
    ["c", "10.00"],
  ] as const) {
    await school(hub, id);
    await pay(hub, id, { amount });
    await hub.seed.task(id, COUNTY, LATE);
  }
  const first = await answer(hub, { first: 2 });
  await hub.databases.inspection.pool.query(
    "update rectification_task set closed_on = '2020-12-01' where school_id = 'b'",
  );

  const next = await answer(hub, { first: 2, after: first.schools.pageInfo.endCursor });

  expect(ids(first)).toEqual(["a", "b"]);
  expect(ids(next)).toEqual(["c"]);
  expect(next.schools.pageInfo).toEqual({ hasNextPage: false, endCursor: expect.any(String) });
});

it.each([
  [{ paidFrom: "2021-01-01" }, "BAD_USER_INPUT", /"paidFrom".*"2021-01-01".*2020-12-31/],
  [{ on: "0001-01-01" }, "BAD_USER_INPUT", /"on"/],
  [{ on: "2020-02-30" }, "BAD_USER_INPUT", /2020-02-30/],
  [{ economicClasses: ["GIFT"] }, "BAD_USER_INPUT", /"economicClasses".*"GIFT".*SUBSIDY/],
  [{ first: 0 }, "BAD_USER_INPUT", /"first"/],
  [{ first: 501 }, "PAGE_LIMIT_EXCEEDED", /501.*500/],
  [{ after: "eyJ4IjoxfQ" }, "BAD_USER_INPUT", /"after"/],
])("refuses %j with %s", async (wrong, code, message) => {
  await using hub = await county();

  const { errors } = await hub.ask(document, { ...YEAR_2020, ...wrong });

  expect(errors[0]?.extensions["code"]).toBe(code);
  expect(errors[0]?.message).toMatch(message);
});

it("refuses a cursor of another list", async () => {
  await using hub = await county();
  await school(hub, "s");
  const { schools } = await hub.query(`{ schools(within: "${COUNTY}", first: 1) { pageInfo { endCursor } } }`);

  const { errors } = await hub.ask(document, { ...YEAR_2020, after: schools.pageInfo.endCursor });

  expect(errors[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
});

it.each(["funding", "inspection"] as const)("never lists anybody while %s does not answer", async (name) => {
  await using hub = await county();
  await school(hub, "s");
  await pay(hub, "s", { amount: "1.00" });
  await hub.seed.task("s", COUNTY, LATE);
  const back = hub.takeDown(name);

  const { data, errors } = await hub.ask(document, YEAR_2020);
  back();

  expect(data.county.name).toBe("靖宇县");
  expect(data.county.fundedOverdue).toMatchObject({ amount: null, schools: null });
  expect(data.county.fundedOverdue.share?.value ?? null).toBeNull();
  expect(errors.map(({ extensions }) => extensions["code"])).toContain("SUBGRAPH_UNAVAILABLE");
});
