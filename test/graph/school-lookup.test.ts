import { expect, it } from "vitest";
import { startHub } from "../kit/hub.js";

const COUNTY = "140426";
const TOWNSHIP = "140426101";

const BY_CODE = /* GraphQL */ `
  query ($code: String!) {
    school(code: $code) {
      id
      closedOn
      successors {
        kind
        date
        school {
          id
        }
      }
      identifiers {
        scheme
        value
        validFrom
        validTo
      }
    }
  }
`;

it("finds a merged school by its old code and names the school that followed it", async () => {
  await using hub = await startHub();
  await hub.seed.county(COUNTY, "黎城县");
  await hub.seed.township(TOWNSHIP);
  const old = await hub.seed.school({ township: TOWNSHIP, closedOn: "2022-08-31" });
  const heir = await hub.seed.school({ township: TOWNSHIP, code: "3114000002" });
  await hub.seed.identifier(old, "3114000001", "1990-09-01", "2022-08-31");
  await hub.databases.schools.pool.query(
    "insert into school_succession (predecessor_id, successor_id, kind, date, origin) values ($1, $2, 'MERGED', '2022-08-31', 'SYNTHETIC')",
    [old, heir],
  );

  const { school } = await hub.query(BY_CODE, { code: "3114000001" });

  expect(school).toEqual({
    id: old,
    closedOn: "2022-08-31",
    successors: [{ kind: "MERGED", date: "2022-08-31", school: { id: heir } }],
    identifiers: [{ scheme: "MOE_SCHOOL_CODE", value: "3114000001", validFrom: "1990-09-01", validTo: "2022-08-31" }],
  });
});

it("reads a code typed in full-width digits", async () => {
  await using hub = await startHub();
  await hub.seed.county(COUNTY);
  await hub.seed.township(TOWNSHIP);
  const id = await hub.seed.school({ township: TOWNSHIP, code: "2114000007" });

  expect((await hub.query(BY_CODE, { code: " 2114000007 " })).school.id).toBe(id);
});

it("answers null, without an error, for a school nobody knows", async () => {
  await using hub = await startHub();

  expect(await hub.query(BY_CODE, { code: "9999999999" })).toEqual({ school: null });
  expect(await hub.query('{ school(id: "SCH-0") { name } }')).toEqual({ school: null });
});

it("refuses a question for a school by nothing, or by id and code at once", async () => {
  await using hub = await startHub();

  const nothing = await hub.ask("{ school { name } }");
  const both = await hub.ask('{ school(id: "a", code: "b") { name } }');

  expect(nothing.errors[0]).toMatchObject({ path: ["school"], extensions: { code: "BAD_USER_INPUT", argument: "id" } });
  expect(both.errors[0]).toMatchObject({ path: ["school"], extensions: { code: "BAD_USER_INPUT", argument: "code" } });
});

it("keeps the order of the codes asked for, with null for an unknown one, in one query", async () => {
  await using hub = await startHub();
  await hub.seed.county(COUNTY);
  await hub.seed.township(TOWNSHIP);
  const first = await hub.seed.school({ township: TOWNSHIP, code: "2114000001" });
  const second = await hub.seed.school({ township: TOWNSHIP, code: "2114000002" });
  hub.resetCounts();

  const codes = ["2114000002", "0000000000", "2114000001", "2114000002"];
  const { schoolsByCodes } = await hub.query("query ($codes: [String!]!) { schoolsByCodes(codes: $codes) { id } }", {
    codes,
  });

  expect(schoolsByCodes).toEqual([{ id: second }, null, { id: first }, { id: second }]);
  expect(hub.databaseQueries("schools")).toBe(1);
});

it("answers a thousand codes at once and refuses one more", async () => {
  await using hub = await startHub();
  const ask = (length: number) =>
    hub.ask("query ($codes: [String!]!) { schoolsByCodes(codes: $codes) { id } }", {
      codes: Array.from({ length }, (_, index) => String(index)),
    });

  const thousand = await ask(1000);
  const more = await ask(1001);

  expect(thousand.data.schoolsByCodes).toHaveLength(1000);
  expect(more.errors[0]).toMatchObject({ extensions: { code: "PAGE_LIMIT_EXCEEDED", limit: 1000 } });
});

it("refuses an identifier that another school bears on the same days", async () => {
  await using hub = await startHub();
  await hub.seed.county(COUNTY);
  await hub.seed.township(TOWNSHIP);
  await hub.seed.school({ township: TOWNSHIP, code: "2114000001" });

  await expect(hub.seed.school({ township: TOWNSHIP, code: "2114000001" })).rejects.toThrow(/exclusion|conflict/i);
});

it("answers null for an unknown county and a clear error for a malformed code", async () => {
  await using hub = await startHub();
  const COUNTY_BY_CODE = "query ($code: ID!) { county(code: $code) { name } }";

  expect(await hub.query(COUNTY_BY_CODE, { code: "999999" })).toEqual({ county: null });
  const { data, errors } = await hub.ask(COUNTY_BY_CODE, { code: "22062" });

  expect(data).toEqual({ county: null });
  expect(errors).toMatchObject([
    {
      message: 'Argument "code": found "22062"; expected a division code of 6 digits.',
      path: ["county"],
      extensions: { code: "BAD_USER_INPUT", argument: "code", found: "22062" },
    },
  ]);
});

it("lets one bad argument cost only its own field", async () => {
  await using hub = await startHub();
  await hub.seed.county(COUNTY, "黎城县");

  const { data, errors } = await hub.ask(
    `{ good: county(code: "${COUNTY}") { name } bad: county(code: "x") { name } }`,
  );

  expect(data).toEqual({ good: { name: "黎城县" }, bad: null });
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatchObject({ path: ["bad"] });
});
