import type { RegisterPlan, RegisterSchool } from "../plan/index.js";
import { prefectureOf } from "./divisions.js";
import { onLine, synthetic, type RowProvenance } from "./provenance.js";
import { SINCE_BEFORE_RECORDS } from "./since.js";
import { madeUpUpperDivisions, upperDivisions } from "./upper-divisions.js";

/** Bureaus a document names, with the line; the others are called by the usual name. */
const stated: Readonly<Record<string, { readonly name: string; readonly line: number }>> = {
  "140426": { name: "黎城县教育体育局", line: 13 },
  "220503": { name: "二道江区教育局", line: 51 },
  "220500": { name: "通化市教育局", line: 51 },
};

/** Id of the bureau of a division. */
const authorityId = (divisionCode: string): string => `AUTH-${divisionCode}`;

/** Rows of `authority`: the county's bureau and, with the prefecture's first county, the city's. */
export function* authorityRows(plan: RegisterPlan): Generator<RowProvenance & Readonly<Record<string, unknown>>> {
  const prefecture = prefectureOf(plan);
  const upper = [...upperDivisions, ...madeUpUpperDivisions];
  const city = upper.find(({ code, writtenWith }) => code === prefecture && writtenWith === plan.code);
  if (city !== undefined) yield row(plan, { code: city.code, name: city.name, level: "CITY", parentId: null });
  yield row(plan, { code: plan.code, name: plan.name, level: "COUNTY", parentId: authorityId(prefecture) });
}

function row(
  plan: RegisterPlan,
  {
    code,
    name,
    level,
    parentId,
  }: { readonly code: string; readonly name: string; readonly level: string; readonly parentId: string | null },
) {
  const known = stated[code];
  return {
    id: authorityId(code),
    name: known?.name ?? `${name}教育局`,
    level,
    parentId,
    divisionCode: code,
    ...(known === undefined ? synthetic : onLine(plan, known.line)),
  };
}

/** Row of `school_authority`: the bureau a school answers to while it is open. */
export function schoolAuthorityRow(plan: RegisterPlan, { id, line, openedOn, closedOn }: RegisterSchool) {
  return {
    schoolId: id,
    authorityId: authorityId(line.cityRun === true ? prefectureOf(plan) : plan.code),
    validFrom: openedOn ?? SINCE_BEFORE_RECORDS,
    validTo: closedOn,
    origin: synthetic.origin,
  };
}
