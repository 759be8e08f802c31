import { expect, test } from "vitest";
import { testDatabases } from "./testing/open-test-database.js";

const databases = testDatabases();

const run = (owner: "schools" | "personnel" | "inspection", text: string): Promise<unknown> =>
  databases.open(owner).pool.query(text);

test("a school lies in one division at a time, and may move from one day to the next", async () => {
  await run(
    "schools",
    "INSERT INTO school_division VALUES ('s', 'A', '2010-01-01', '2021-09-01', 'SYNTHETIC'), ('s', 'B', '2021-09-01', NULL, 'SYNTHETIC')",
  );
  await expect(
    run("schools", "INSERT INTO school_division VALUES ('s', 'C', '2022-01-01', '2022-02-01', 'SYNTHETIC')"),
  ).rejects.toMatchObject({ constraint: "school_division_one_at_a_time" });
  await run("schools", "INSERT INTO school_division VALUES ('other', 'C', '2022-01-01', '2022-02-01', 'SYNTHETIC')");
});

test("a school answers to one authority at a time", async () => {
  await run("schools", "INSERT INTO school_authority VALUES ('s', 'county', '2010-01-01', NULL, 'SYNTHETIC')");
  await expect(
    run("schools", "INSERT INTO school_authority VALUES ('s', 'city', '2030-01-01', NULL, 'SYNTHETIC')"),
  ).rejects.toMatchObject({ constraint: "school_authority_one_at_a_time" });
});

test.each([
  [
    "schools",
    "INSERT INTO school_division VALUES ('e', 'A', '2020-01-01', '2020-01-01', 'SYNTHETIC')",
    "school_division_period",
  ],
  [
    "schools",
    "INSERT INTO school_identifier VALUES ('e', 's', 'USCC', 'v', '2020-01-02', '2020-01-01', 'SYNTHETIC')",
    "school_identifier_period",
  ],
  ["schools", "INSERT INTO population VALUES ('e', 2020, '3-6', -1, 'SYNTHETIC')", "population_counts"],
  [
    "schools",
    "INSERT INTO school_succession VALUES ('e', 'e', 'MERGED', '2020-01-01', 'SYNTHETIC')",
    "school_succession_two_schools",
  ],
  ["personnel", "INSERT INTO staffing_quota VALUES ('e', '220622', 2020, -1, 'SYNTHETIC')", "staffing_quota_counts"],
  [
    "inspection",
    "INSERT INTO complaint VALUES ('e', '220622', NULL, 'x', NULL, 1, '2020-02-01', '2020-01-01', 'SYNTHETIC')",
    "complaint_period",
  ],
] as const)("%s refuses %s", async (owner, text, constraint) => {
  await expect(run(owner, text)).rejects.toMatchObject({ constraint });
});
