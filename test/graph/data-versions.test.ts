import { expect, it } from "vitest";
import { startHub } from "../kit/hub.js";

const VERSIONS =
  "{ dataVersions { schools { newest } personnel { newest } funding { newest } inspection { newest } } }";

it("moves an owner's version with its own changes alone", async () => {
  await using hub = await startHub();
  await hub.seed.county();
  const before = (await hub.query(VERSIONS)).dataVersions;
  await hub.seed.payment("SCH-1", "220622", "10.00", "2020-05-01");
  const after = (await hub.query(VERSIONS)).dataVersions;

  expect(Number(after.funding.newest)).toBe(Number(before.funding.newest) + 1);
  expect({ ...after, funding: null }).toEqual({ ...before, funding: null });
});

it("never passes a transaction still open", async () => {
  await using hub = await startHub();
  const newest = async () => Number((await hub.query(VERSIONS)).dataVersions.schools.newest);
  const before = await newest();
  const slow = await hub.databases.schools.pool.connect();
  await slow.query("begin");
  await slow.query(
    "insert into division (code, level, name, valid_from, origin) values ('000001', 'COUNTY', 'a', '2000-01-01', 'SYNTHETIC')",
  );
  await hub.seed.county("000002", "b"); // committed while the slow one, which drew an earlier version, is open

  expect(await newest()).toBe(before);
  await slow.query("commit");
  slow.release();
  expect(await newest()).toBe(before + 2);
});
