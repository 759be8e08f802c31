import { readQuestions } from "@hub/schema";
import { expect, it } from "vitest";
import { startHub } from "../kit/hub.js";

const questions = await readQuestions();

it.each(questions.map((question) => [question.number, question.name, question] as const))(
  "answers question %i, %s, with its default variables",
  async (_number, _name, { document, variables }) => {
    const hub = await startHub({ data: "real" });

    const data = await hub.query(document, variables);

    expect(Object.values(data).every((value) => value !== null)).toBe(true);
  },
);

it("gives the preschool rates of 靖宇县 with numerator, denominator and the children that are missing", async () => {
  const hub = await startHub({ data: "real" });
  const question = questions.find(({ number }) => number === 8);

  const { county } = await hub.query(question?.document ?? "", { county: "220622", year: 2020 });

  const [, inclusive, publicShare] = county.profile.indicators;
  // 1,485 of 2,398; 80 % would be 1,919 children. 793 of 2,398; half would be 1,199.
  expect(inclusive).toMatchObject({
    code: "XQPH-2",
    numerator: 1485,
    denominator: 2398,
    thresholds: [{ met: false, gap: 434 }],
  });
  expect(publicShare).toMatchObject({
    code: "XQPH-3",
    numerator: 793,
    denominator: 2398,
    thresholds: [{ met: false, gap: 406 }],
  });
});

it("never lets a made-up number pass for a stated one", async () => {
  const hub = await startHub({ data: "real" });

  const { county } = await hub.query(/* GraphQL */ `
    {
      county(code: "220622") {
        basis
        confidence
        profile(year: 2020) {
          enrolmentOrigin
          staffOrigin
          spendingOrigin
          inspectionOrigin
          studentsPerTeacher {
            inputs {
              name
              source
              asOf
              origin
            }
          }
        }
      }
    }
  `);

  expect(county).toEqual({
    basis: "inferred",
    confidence: "high_inferred",
    profile: {
      enrolmentOrigin: "SYNTHETIC",
      staffOrigin: "SYNTHETIC",
      spendingOrigin: "SYNTHETIC",
      inspectionOrigin: "SYNTHETIC",
      studentsPerTeacher: {
        inputs: [
          { name: "students", source: "schools", asOf: "2020-09-01", origin: "SYNTHETIC" },
          { name: "teachers", source: "personnel", asOf: "2020-09-01", origin: "SYNTHETIC" },
        ],
      },
    },
  });
});

it("lists the junior schools of 黎城县 before and after the merger of 2022, with their successors", async () => {
  const hub = await startHub({ data: "real" });
  const question = questions.find(({ number }) => number === 46);
  const names = async (on: string) => {
    const { schools } = await hub.query(question?.document ?? "", { within: "140426", on, first: 500 });
    return schools.nodes as { name: string; successors: { school: { name: string } }[] }[];
  };

  const before = await names("2022-06-30");
  const after = await names("2022-12-31");

  for (const merged of ["路堡", "黄崖洞", "东阳关"]) {
    const school = before.find(({ name }) => name.includes(merged) && name.includes("初"));
    expect(school?.successors.length, merged).toBeGreaterThan(0);
    expect(after.map(({ name }) => name)).not.toContain(school?.name);
  }
});
