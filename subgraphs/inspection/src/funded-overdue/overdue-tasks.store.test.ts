import type { Database, TestCluster } from "@hub/prisma";
import { createTestCluster, openDatabase } from "@hub/prisma";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createOverdueTasksStore } from "./overdue-tasks.store.js";
import type { OverdueTask } from "./tasks-by-school.js";

let cluster: TestCluster;
let database: Database<"inspection">;

beforeAll(async () => {
  cluster = await createTestCluster();
  database = openDatabase("inspection", Object.assign(new URL(cluster.adminUrl), { pathname: "/hub_inspection" }).href);
}, 60_000);

afterAll(async () => {
  await database.close();
  await cluster.close();
});

/** Around the ends of years, and around the first and the last year that the summary tells apart. */
const ASKED = [
  "1949-01-01",
  "1949-12-31",
  "2019-12-31",
  "2020-01-01",
  "2020-06-30",
  "2031-12-31",
  "2032-01-01",
  "2100-12-31",
];
const DAYS = ["1930-05-05", "1948-12-31", ...ASKED, "2110-01-01"];
/** In the order of their code points, which is not that of their halves. */
const LETTERS = ["Z", "a", "中", "﹅", "😀"];

interface Found {
  readonly schoolId: string;
  readonly task: OverdueTask;
}

/** A task for every way three days can follow each other, of two schools. */
async function seed(): Promise<readonly Found[]> {
  const all: Found[] = [];
  for (const foundOn of DAYS)
    for (const dueOn of DAYS)
      for (const closedOn of [null, ...DAYS]) {
        const place = all.length;
        const id = `${LETTERS[place % LETTERS.length]}${place}`;
        const [severity, stage] = [
          ["MINOR", "SEVERE"][place % 2] as string,
          [null, "PRIMARY", "JUNIOR"][place % 3] ?? null,
        ];
        const task = [id, `第${place}项 "x"`, severity, stage, foundOn, dueOn, closedOn, "SYNTHETIC"] as const;
        all.push({ schoolId: `s${place % 7 === 0}`, task });
      }
  const rows = JSON.stringify(all.map(({ schoolId, task }) => [schoolId, ...task]));
  await database.pool.query(
    `insert into finding (id, county_code, item, severity, stage, found_on, origin)
     select t->>1, '220622', t->>2, (t->>3)::"Severity", (t->>4)::"Stage", (t->>5)::date, 'DOCUMENT'
     from json_array_elements($1::json) as t`,
    [rows],
  );
  await database.pool.query(
    `insert into rectification_task (id, finding_id, county_code, school_id, owner, due_on, closed_on, verified, origin)
     select t->>1, t->>1, '220622', t->>0, '校长', (t->>6)::date, (t->>7)::date, false, 'SYNTHETIC'
     from json_array_elements($1::json) as t`,
    [rows],
  );
  return all;
}

const byDueDateAndCodePoints = ({ task: one }: Found, { task: other }: Found): number =>
  Buffer.compare(Buffer.from(`${one[5]} ${one[0]}`), Buffer.from(`${other[5]} ${other[0]}`));

it("gives the tasks found and due by the end of a period and not closed by its begin, whatever the period", async () => {
  const all = (await seed()).toSorted(byDueDateAndCodePoints);
  const store = createOverdueTasksStore(database.pool);
  const periods = ASKED.flatMap((firstDay, place) => ASKED.slice(place).map((lastDay) => ({ firstDay, lastDay })));
  for (const { firstDay, lastDay } of periods)
    for (const stage of [null, "PRIMARY"])
      for (const severities of [null, ["SEVERE"], []]) {
        const matching = all.filter(({ task: [, , severity, ofStage, foundOn, dueOn, closedOn] }) =>
          [
            dueOn < lastDay && foundOn <= lastDay && (closedOn === null || closedOn > firstDay),
            stage === null || ofStage === null || ofStage === stage,
            severities?.includes(severity) ?? true,
          ].every(Boolean),
        );

        const found = await store.tasks(["strue", "sfalse", "none"], { firstDay, lastDay, stage, severities });

        const expected = Map.groupBy(matching, ({ schoolId }) => schoolId);
        expect([...found.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
        for (const [schoolId, own] of expected) expect(found.get(schoolId)).toEqual(own.map(({ task }) => task));
      }
});
