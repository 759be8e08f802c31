import type { OwnerName } from "@hub/schema";
import type { Database } from "@hub/prisma";
import { insert } from "./insert.js";

/** A school as a story tells it; what the story leaves out is ordinary. */
export interface SchoolStory {
  readonly id?: string;
  readonly name?: string;
  /** Township code; the county is its first six digits. */
  readonly township: string;
  readonly authority?: string;
  readonly stages?: readonly string[];
  readonly ownership?: string;
  readonly openedOn?: string;
  readonly closedOn?: string;
  readonly code?: string;
  /** Year of the facts below; default 2020. */
  readonly year?: number;
  /** Students, in one class a stage, or sizes of the classes of the first stage; null: no statistical return. */
  readonly students?: number | readonly number[] | null;
  /** Teachers teaching there on the census; null: no staff return. */
  readonly teachers?: number | null;
  /** Yuan paid in the calendar year, as a decimal; null: no accounts filed. */
  readonly spending?: string | null;
  /** Rectification tasks found in the year and still open. */
  readonly openTasks?: number;
}

export type Seed = ReturnType<typeof createSeed>;

const SYNTHETIC = { origin: "SYNTHETIC" } as const;

/** Puts records into a hub's databases, as the owners' systems would hold them. */
export function createSeed(databases: Readonly<Record<OwnerName, Database>>) {
  let serial = 0;
  const next = (prefix: string) => `${prefix}-${(serial += 1)}`;
  const into = (owner: OwnerName, table: string, row: Record<string, unknown>) =>
    insert(databases[owner].pool, table, { ...SYNTHETIC, ...row });

  const county = (code = "220622", name = "靖宇县") =>
    into("schools", "division", { code, name, level: "COUNTY", county_code: code, valid_from: "1949-10-01" });

  const township = (code: string, name = `乡镇${code}`, validity: { from?: string; to?: string } = {}) =>
    into("schools", "division", {
      code,
      name,
      level: "TOWNSHIP",
      parent_code: code.slice(0, 6),
      county_code: code.slice(0, 6),
      valid_from: validity.from ?? "1949-10-01",
      valid_to: validity.to ?? null,
    });

  const authority = (id: string, name: string, county: string) =>
    into("schools", "authority", { id, name, level: "COUNTY", division_code: county });

  const identifier = (schoolId: string, value: string, validFrom = "2000-09-01", validTo: string | null = null) =>
    into("schools", "school_identifier", {
      id: next("identifier"),
      school_id: schoolId,
      scheme: "MOE_SCHOOL_CODE",
      value,
      valid_from: validFrom,
      valid_to: validTo,
    });

  const name = (schoolId: string, text: string, normalized: string, kind = "OFFICIAL") =>
    into("schools", "school_name", { id: next("name"), school_id: schoolId, name: text, normalized, kind });

  const classes = async (schoolId: string, year: number, stage: string, sizes: readonly number[]) => {
    for (const [index, students] of sizes.entries()) {
      const key = { school_id: schoolId, year, stage, grade: 1, number: index + 1 };
      await into("schools", "class_group", { ...key, students });
    }
  };

  const statisticalReturn = (schoolId: string, year: number) =>
    into("schools", "school_return", { school_id: schoolId, year, filed_on: `${year}-10-15` });

  const teacher = async (
    schoolId: string,
    stage: string,
    facts: { from?: string; id?: string; name?: string } = {},
  ) => {
    const id = facts.id ?? next("person");
    const { rowCount } = await databases.schools.pool.query("select 1 from school where id = $1", [schoolId]);
    const county = rowCount === 0 ? "000000" : await countyOf(databases, schoolId);
    await into("personnel", "person", {
      id,
      county_code: county,
      name: facts.name ?? `教师${id}`,
      sex: "F",
      birth_year: 1980,
      education: "BACHELOR",
      title: "FIRST",
      employment: "PERMANENT",
      hired_on: "2005-08-01",
      hire_channel: "OPEN",
      hired_to_rural: false,
    });
    await assignment(id, county, schoolId, stage, { from: facts.from ?? "2005-08-01" });
    return id;
  };

  const assignment = (
    personId: string,
    county: string,
    schoolId: string,
    stage: string,
    facts: { from: string; to?: string; kind?: string; holdsPost?: boolean; teaches?: boolean; fte?: string },
  ) =>
    into("personnel", "assignment", {
      id: next("assignment"),
      person_id: personId,
      county_code: county,
      school_id: schoolId,
      stage,
      role: "TEACHER",
      kind: facts.kind ?? "POST",
      holds_post: facts.holdsPost ?? true,
      teaches: facts.teaches ?? true,
      fte: facts.fte ?? "1.00",
      valid_from: facts.from,
      valid_to: facts.to ?? null,
    });

  const staffReturn = (schoolId: string, year: number) =>
    into("personnel", "staff_return", { school_id: schoolId, year, filed_on: `${year}-10-15` });

  const payment = (schoolId: string, county: string, amount: string, paidOn: string, stage: string | null = null) =>
    into("funding", "payment", {
      id: next("payment"),
      county_code: county,
      school_id: schoolId,
      stage,
      programme: "PUBLIC_USE",
      economic_class: "PUBLIC_USE",
      source_level: "COUNTY",
      amount,
      paid_on: paidOn,
    });

  const accounts = (schoolId: string, year: number) =>
    into("funding", "finance_return", { school_id: schoolId, year, filed_on: `${year + 1}-02-01` });

  const task = async (
    schoolId: string,
    county: string,
    facts: { foundOn: string; dueOn: string; closedOn?: string; severity?: string },
  ) => {
    const findingId = next("finding");
    const { foundOn, dueOn, closedOn = null, severity = "MAJOR" } = facts;
    const common = { county_code: county, school_id: schoolId };
    await into("inspection", "finding", { ...common, id: findingId, item: "消防通道", severity, found_on: foundOn });
    const state = {
      finding_id: findingId,
      owner: "校长",
      due_on: dueOn,
      closed_on: closedOn,
      verified: closedOn !== null,
    };
    await into("inspection", "rectification_task", { ...common, ...state, id: next("task") });
  };

  const school = async (story: SchoolStory): Promise<string> => {
    const id = story.id ?? next("SCH");
    const {
      township,
      stages = ["PRIMARY"],
      year = 2020,
      students = 100,
      teachers = 10,
      spending = "100000.00",
    } = story;
    const stage = stages[0] ?? "PRIMARY";
    const countyCode = township.slice(0, 6);
    await into("schools", "school", {
      id,
      county_code: countyCode,
      name: story.name ?? `学校${id}`,
      type_code: "211",
      sponsor: "县级教育部门",
      ownership: story.ownership ?? "PUBLIC",
      boarding: false,
      stages,
      opened_on: story.openedOn ?? null,
      closed_on: story.closedOn ?? null,
    });
    await into("schools", "school_division", { school_id: id, division_code: township, valid_from: "1980-01-01" });
    if (story.authority !== undefined) {
      await into("schools", "school_authority", {
        school_id: id,
        authority_id: story.authority,
        valid_from: "1980-01-01",
      });
    }
    if (story.code !== undefined) await identifier(id, story.code);
    if (students !== null) {
      await statisticalReturn(id, year);
      const sizes = typeof students === "number" ? [students] : students;
      if (students !== 0) await classes(id, year, stage, sizes);
    }
    if (teachers !== null) {
      await staffReturn(id, year);
      for (let count = 0; count < teachers; count += 1) await teacher(id, stage);
    }
    if (spending !== null) {
      await accounts(id, year);
      await payment(id, countyCode, spending, `${year}-06-30`, stage);
    }
    for (let count = 0; count < (story.openTasks ?? 0); count += 1) {
      await task(id, countyCode, { foundOn: `${year}-05-01`, dueOn: `${year}-08-31` });
    }
    return id;
  };

  return {
    county,
    township,
    authority,
    school,
    identifier,
    name,
    classes,
    statisticalReturn,
    teacher,
    assignment,
    staffReturn,
    payment,
    accounts,
    task,
  };
}

async function countyOf(databases: Readonly<Record<OwnerName, Database>>, schoolId: string): Promise<string> {
  const { rows } = await databases.schools.pool.query("select county_code from school where id = $1", [schoolId]);
  return String(rows[0]?.county_code);
}
