import { readQuestions } from "@hub/schema";
import { expect, it } from "vitest";
import { startHub } from "../kit/hub.js";

const COUNTY = "220622";
const NORTH = "220622100";
const SOUTH = "220622101";

/** The operation front ends were promised; it works exactly as written. */
const TEACHER_RATIO = /* GraphQL */ `
  query TeacherRatioByTownship($county: ID!, $year: Int!, $stage: Stage) {
    county(code: $county) {
      code
      name
      townships {
        code
        name
        profile(year: $year, stage: $stage) {
          students
          classes
          teachers
          studentsPerTeacher {
            value
            numerator
            denominator
            unit
            status
            coverage {
              schoolsIn
              schoolsMissing
            }
          }
          spendingPerStudent {
            value
            numerator
            denominator
            unit
            status
          }
          openRectifications
        }
      }
    }
  }
`;

it("answers with ratios of sums, never with means of ratios", async () => {
  await using hub = await startHub();
  await hub.seed.county(COUNTY);
  await hub.seed.township(NORTH, "靖宇镇");
  await hub.seed.school({ township: NORTH, students: 100, teachers: 5, spending: "150000.50", openTasks: 2 }); // 20 per teacher
  await hub.seed.school({ township: NORTH, students: [150, 150], teachers: 30, spending: "450000.25" }); // 10 per teacher

  const { county } = await hub.query(TEACHER_RATIO, { county: COUNTY, year: 2020, stage: "PRIMARY" });

  // (100 + 300) / (5 + 30) = 11.4286; the mean of the schools' ratios would be 15.
  // 600,000.75 yuan / 400 = 1,500.001875; the mean would be 1,500.0029.
  expect(county).toEqual({
    code: COUNTY,
    name: "靖宇县",
    townships: [
      {
        code: NORTH,
        name: "靖宇镇",
        profile: {
          students: 400,
          classes: 3,
          teachers: 35,
          studentsPerTeacher: {
            value: 400 / 35,
            numerator: 400,
            denominator: 35,
            unit: "students per teacher",
            status: "OK",
            coverage: { schoolsIn: 2, schoolsMissing: 0 },
          },
          spendingPerStudent: {
            value: 600000.75 / 400,
            numerator: 600000.75,
            denominator: 400,
            unit: "yuan per student",
            status: "OK",
          },
          openRectifications: 2,
        },
      },
    ],
  });
});

it("says that an indicator does not apply where no school teaches the stage", async () => {
  await using hub = await startHub();
  await hub.seed.county(COUNTY);
  await hub.seed.township(NORTH);
  await hub.seed.school({ township: NORTH, stages: ["PRIMARY"] });

  const { county } = await hub.query(TEACHER_RATIO, { county: COUNTY, year: 2020, stage: "JUNIOR" });

  expect(county.townships[0].profile).toMatchObject({
    students: 0,
    classes: 0,
    teachers: 0,
    studentsPerTeacher: { value: null, status: "NOT_APPLICABLE", coverage: { schoolsIn: 0, schoolsMissing: 0 } },
    spendingPerStudent: { value: null, status: "NOT_APPLICABLE" },
    openRectifications: 0,
  });
});

it("leaves a school without a return out of both sides of the ratio and says so", async () => {
  await using hub = await startHub();
  await hub.seed.county(COUNTY);
  await hub.seed.township(NORTH);
  await hub.seed.school({ township: NORTH, students: 100, teachers: 10 });
  await hub.seed.school({ township: NORTH, students: 500, teachers: null });
  await hub.seed.school({ township: NORTH, students: null, teachers: 7 });

  const { county } = await hub.query(TEACHER_RATIO, { county: COUNTY, year: 2020 });

  // 600 students are known and 17 teachers, but only one school reported both: 100 / 10, not 600 / 17.
  expect(county.townships[0].profile).toMatchObject({
    students: 600,
    teachers: 17,
    studentsPerTeacher: { value: 10, numerator: 100, denominator: 10, coverage: { schoolsIn: 1, schoolsMissing: 2 } },
  });
});

it("reports missing inputs by name and never as zero", async () => {
  await using hub = await startHub();
  await hub.seed.county(COUNTY);
  await hub.seed.township(NORTH);
  await hub.seed.school({ township: NORTH, students: 100, teachers: null, spending: null });
  const document = TEACHER_RATIO.replace("studentsPerTeacher {", "studentsPerTeacher { missing ");

  const { county } = await hub.query(document, { county: COUNTY, year: 2020 });

  expect(county.townships[0].profile).toMatchObject({
    students: 100,
    teachers: null,
    studentsPerTeacher: {
      value: null,
      numerator: null,
      denominator: null,
      status: "MISSING_INPUT",
      missing: ["teachers"],
    },
    spendingPerStudent: { value: null, status: "MISSING_INPUT" },
  });
});

it("tells a school with no teachers at all from one that did not report", async () => {
  await using hub = await startHub();
  await hub.seed.county(COUNTY);
  await hub.seed.township(NORTH);
  await hub.seed.school({ township: NORTH, students: 12, teachers: 0 });

  const { county } = await hub.query(TEACHER_RATIO, { county: COUNTY, year: 2020 });

  expect(county.townships[0].profile).toMatchObject({
    teachers: 0,
    studentsPerTeacher: { value: null, numerator: 12, denominator: 0, status: "ZERO_DENOMINATOR" },
  });
});

it("counts a school in the township it lay in on the census date", async () => {
  await using hub = await startHub();
  await hub.seed.county(COUNTY);
  await hub.seed.township(NORTH);
  await hub.seed.township(SOUTH);
  const id = await hub.seed.school({ township: NORTH, students: 90, year: 2020 });
  await hub.seed.statisticalReturn(id, 2021);
  await hub.seed.classes(id, 2021, "PRIMARY", [80]);
  const { pool } = hub.databases.schools;
  await pool.query("update school_division set valid_to = '2021-03-01' where school_id = $1", [id]);
  await pool.query(
    "insert into school_division (school_id, division_code, valid_from, origin) values ($1, $2, '2021-03-01', 'SYNTHETIC')",
    [id, SOUTH],
  );
  const students = async (year: number) => {
    const { county } = await hub.query(TEACHER_RATIO, { county: COUNTY, year });
    return county.townships.map((township: { profile: { students: number } }) => township.profile.students);
  };

  expect(await students(2020)).toEqual([90, 0]);
  expect(await students(2021)).toEqual([0, 80]);
});

it("counts a rotating teacher where he or she teaches", async () => {
  await using hub = await startHub();
  await hub.seed.county(COUNTY);
  await hub.seed.township(NORTH);
  await hub.seed.township(SOUTH);
  const town = await hub.seed.school({ township: NORTH, students: 100, teachers: 0 });
  const village = await hub.seed.school({ township: SOUTH, students: 30, teachers: 1 });
  const person = await hub.seed.teacher(town, "PRIMARY", { from: "2022-01-01" });
  // The post stays in town; the lessons of 2020 are in the village.
  await hub.seed.assignment(person, COUNTY, town, "PRIMARY", { from: "2010-08-01", to: "2022-01-01", teaches: false });
  const rotation = { from: "2020-08-20", to: "2021-07-31", kind: "ROTATION", holdsPost: false };
  await hub.seed.assignment(person, COUNTY, village, "PRIMARY", rotation);

  const { county } = await hub.query(TEACHER_RATIO, { county: COUNTY, year: 2020 });

  expect(county.townships.map((township: { profile: { teachers: number } }) => township.profile.teachers)).toEqual([
    0, 2,
  ]);
});

it("costs the same number of database queries for two townships as for twenty", async () => {
  const cost = async (townships: number) => {
    await using hub = await startHub();
    await hub.seed.county(COUNTY);
    for (let serial = 0; serial < townships; serial += 1) {
      const code = `${COUNTY}${100 + serial}`;
      await hub.seed.township(code);
      for (let school = 0; school < 3; school += 1)
        await hub.seed.school({ township: code, teachers: 1, openTasks: 1 });
    }
    hub.resetCounts();
    await hub.query(TEACHER_RATIO, { county: COUNTY, year: 2020, stage: "PRIMARY" });
    return {
      schools: hub.databaseQueries("schools"),
      personnel: hub.databaseQueries("personnel"),
      funding: hub.databaseQueries("funding"),
      inspection: hub.databaseQueries("inspection"),
    };
  };

  // Schools: the county, its townships, the facts of all profiles. The others: one query each for all profiles.
  const expected = { schools: 3, personnel: 1, funding: 1, inspection: 1 };
  expect(await cost(2)).toEqual(expected);
  expect(await cost(20)).toEqual(expected);
});

it("is the operation the question library offers first", async () => {
  const [first] = await readQuestions();

  expect(first).toMatchObject({ number: 1, name: "TeacherRatioByTownship", variables: { county: COUNTY, year: 2020 } });
});
