import { expect, it } from "vitest";
import { startHub } from "../kit/hub.js";

const PROFILE = /* GraphQL */ `
  {
    county(code: "220622") {
      name
      profile(year: 2020) {
        students
        teachers
        studentsPerTeacher {
          value
          status
          missing
        }
        spendingPerStudent {
          value
          status
        }
        openRectifications
      }
    }
  }
`;

it("lets a subgraph that is down cost only its own fields", async () => {
  await using hub = await startHub();
  await hub.seed.county();
  await hub.seed.township("220622100");
  await hub.seed.school({ township: "220622100", students: 100, teachers: 10, spending: "50000.00" });
  const bringBack = hub.takeDown("personnel");

  const { data, errors } = await hub.ask(PROFILE);

  expect(data.county).toMatchObject({
    name: "靖宇县",
    profile: {
      students: 100,
      teachers: null,
      spendingPerStudent: { value: 500, status: "OK" },
      openRectifications: 0,
    },
  });
  expect(errors.length).toBeGreaterThan(0);
  for (const { message, extensions } of errors) {
    expect(extensions).toMatchObject({ code: "SUBGRAPH_UNAVAILABLE", subgraph: "personnel", retryable: true });
    expect(message).not.toMatch(/\d+\.\d+\.\d+\.\d+|localhost|at .*\.js/);
  }

  bringBack();
  expect((await hub.query(PROFILE)).county.profile).toMatchObject({ teachers: 10, studentsPerTeacher: { value: 10 } });
});
