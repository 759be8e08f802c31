import { normalizeSchoolName } from "@hub/schema";
import type { RegisterPlan, RegisterSchool } from "../plan/index.js";
import { seedRowsOf } from "../seed-rows.js";
import { onLine, synthetic } from "./provenance.js";
import { SINCE_BEFORE_RECORDS } from "./since.js";

/** Row of `school`. */
export function schoolRow(plan: RegisterPlan, school: RegisterSchool) {
  const { line } = school;
  return {
    id: school.id,
    countyCode: plan.code,
    name: school.name,
    typeCode: school.typeCode,
    sponsor: sponsorOf(school),
    ownership: school.ownership,
    urbanRural: school.urbanRural,
    boarding: school.boarding,
    stages: school.stages,
    parentSchoolId: school.parentId,
    openedOn: school.openedOn,
    closedOn: school.closedOn,
    ...onLine(plan, line.named?.line ?? null),
  };
}

function sponsorOf({ ownership, line, typeCode, name }: RegisterSchool): string {
  if (ownership !== "PUBLIC") return "民办";
  if (line.cityRun === true) return "地级教育部门";
  return typeCode === "111" && name.includes("村") ? "集体" : "县级教育部门";
}

/** Row of `school_division`, two when the school moved. */
export function* schoolDivisionRows({ id, line, openedOn, closedOn, townshipCode }: RegisterSchool) {
  const from = openedOn ?? SINCE_BEFORE_RECORDS;
  const place = (divisionCode: string, validFrom: string, validTo: string | null) => ({
    schoolId: id,
    divisionCode,
    validFrom,
    validTo,
    origin: synthetic.origin,
  });
  yield place(townshipCode, from, line.moved?.on ?? closedOn);
  if (line.moved !== undefined) yield place(line.moved.to, line.moved.on, closedOn);
}

/** Rows of `school_name`: the name it bears, the one before it, the document's own words and what people say. */
export function* schoolNameRows(plan: RegisterPlan, school: RegisterSchool) {
  const { id, line, name, namedId } = school;
  const since = line.formerName?.until ?? null;
  const row = (
    number: number,
    text: string,
    kind: string,
    origin: string,
    validFrom: string | null = null,
    validTo: string | null = null,
  ) => ({
    id: `${id}-N${number}`,
    schoolId: id,
    name: text,
    normalized: normalizeSchoolName(text),
    kind,
    validFrom,
    validTo,
    origin,
  });
  yield row(1, name, "OFFICIAL", line.named === undefined ? "SYNTHETIC" : "DOCUMENT", since);
  let number = 1;
  if (line.formerName !== undefined) yield row((number += 1), line.formerName.name, "FORMER", "SYNTHETIC", null, since);
  const stated = seedRowsOf("named_schools", plan.code).filter(
    (statement) => namedId !== null && statement["school_id"] === namedId,
  );
  const words = new Set(stated.map((statement) => statement["name_as_stated"] ?? "").filter((word) => word !== name));
  for (const word of words) yield row((number += 1), word, "ALIAS", "DOCUMENT");
  for (const word of line.aliases ?? []) if (!words.has(word)) yield row((number += 1), word, "ALIAS", "SYNTHETIC");
}

/** Row of `school_succession` for a school whose pupils another one took. */
export function schoolSuccessionRow({ id, successorId, closedOn }: RegisterSchool) {
  // That the school closed stands in the document; which school took the pupils does not.
  return { predecessorId: id, successorId, kind: "MERGED", date: closedOn, ...synthetic };
}
