import { expect, it } from "vitest";
import { startHub } from "../kit/hub.js";

const TEACHER = "query ($id: ID!) { teacher(id: $id) { id name birthYear } }";

async function hubWithTeacher() {
  const hub = await startHub();
  await hub.seed.county();
  await hub.seed.township("220622100");
  const school = await hub.seed.school({ township: "220622100", teachers: 0 });
  const teacher = await hub.seed.teacher(school, "PRIMARY", { id: "P-1", name: "王某" });
  return { hub, school, teacher };
}

it("shows people to the personnel office of their county alone", async () => {
  const { hub, teacher } = await hubWithTeacher();
  await using _ = hub;

  const token = await hub.token({ roles: ["personnel"], area: "220622" });
  expect((await hub.query(TEACHER, { id: teacher }, { token })).teacher).toEqual({
    id: "P-1",
    name: "王某",
    birthYear: 1980,
  });

  const elsewhere = await hub.token({ roles: ["personnel"], area: "140426" });
  expect(await hub.query(TEACHER, { id: teacher }, { token: elsewhere })).toEqual({ teacher: null });
});

it("refuses people to the public on the field's path and still answers the rest", async () => {
  const { hub, teacher } = await hubWithTeacher();
  await using _ = hub;

  const { data, errors } = await hub.ask(
    `query ($id: ID!) { county(code: "220622") { name } teacher(id: $id) { name } }`,
    {
      id: teacher,
    },
  );

  expect(data).toEqual({ county: { name: "靖宇县" }, teacher: null });
  expect(errors).toMatchObject([{ path: ["teacher"], extensions: { code: "FORBIDDEN" } }]);
});

it("refuses a bad token before anything is read", async () => {
  await using hub = await startHub();

  const { status, errors } = await hub.ask("{ counties { code } }", {}, { token: "abc.def.ghi" });

  expect(status).toBe(401);
  expect(errors[0]?.extensions["code"]).toBe("UNAUTHENTICATED");
});
