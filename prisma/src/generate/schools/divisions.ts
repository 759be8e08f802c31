import type { RegisterPlan } from "../plan/index.js";
import { villageNames } from "../plan/village-names.js";
import { seedRowsOf } from "../seed-rows.js";
import { officialList, synthetic, type RowProvenance } from "./provenance.js";
import { SINCE_BEFORE_RECORDS } from "./since.js";
import { madeUpUpperDivisions, upperDivisions } from "./upper-divisions.js";

type DivisionRow = RowProvenance & {
  readonly code: string;
  readonly level: "PROVINCE" | "PREFECTURE" | "COUNTY" | "TOWNSHIP" | "VILLAGE";
  readonly name: string;
  readonly parentCode: string | null;
  readonly countyCode: string | null;
  readonly validFrom: string;
  readonly basis?: string;
  readonly confidence?: string;
  readonly note?: string;
};

/** How the document's county is known, in the register's three words. */
const bases: Readonly<Record<string, string>> = { stated: "stated", inferred: "inferred", link_line_only: "uncertain" };

/** Rows of `division`: the county with what lies above it, its townships and their villages. */
export function* divisionRows(plan: RegisterPlan): Generator<DivisionRow> {
  const real = plan.document !== null;
  const provenance = real ? officialList : synthetic;
  for (const { code, level, name, parent, writtenWith } of [...upperDivisions, ...madeUpUpperDivisions]) {
    if (writtenWith !== plan.code) continue;
    yield { code, level, name, parentCode: parent, countyCode: null, validFrom: SINCE_BEFORE_RECORDS, ...provenance };
  }
  const common = { countyCode: plan.code, validFrom: SINCE_BEFORE_RECORDS, ...provenance };
  yield {
    code: plan.code,
    level: "COUNTY",
    name: plan.name,
    parentCode: prefectureOf(plan),
    ...common,
    ...knowledgeOf(plan),
  };
  for (const { code, name } of plan.townships)
    yield { code, level: "TOWNSHIP", name, parentCode: plan.code, ...common };
  yield* villageRows(plan);
}

/** Code of the prefecture a county lies in. */
export function prefectureOf(plan: RegisterPlan): string {
  return plan.document === null ? "990100" : `${plan.code.slice(0, 4)}00`;
}

function knowledgeOf(plan: RegisterPlan): Partial<DivisionRow> {
  const [seed] = seedRowsOf("seeds", plan.code);
  if (seed === undefined) return {};
  return {
    basis: bases[seed["county_basis"] ?? ""] ?? "uncertain",
    confidence: seed["county_code_confidence"] ?? "",
    ...(seed["note"] ? { note: seed["note"] } : {}),
  };
}

// A village a school is named after lies where that school does; the rest are dealt out in order.
function* villageRows(plan: RegisterPlan): Generator<DivisionRow> {
  const { townships } = plan.blueprint;
  const total = townships.reduce((sum, township) => sum + township.villages, 0);
  const names = villageNames(plan.code, total);
  const townshipOf = new Map<string, string>();
  for (const { name, townshipCode } of plan.schools) {
    const village = names.find((candidate) => name.includes(candidate));
    if (village !== undefined && !townshipOf.has(village)) townshipOf.set(village, townshipCode);
  }
  const free = names.filter((name) => !townshipOf.has(name));
  for (const { code, villages } of townships) {
    const own = names.filter((name) => townshipOf.get(name) === code).slice(0, villages);
    const all = [...own, ...free.splice(0, villages - own.length)];
    for (const [index, name] of all.entries()) {
      yield {
        code: `${code}${200 + index}`,
        level: "VILLAGE",
        name,
        parentCode: code,
        countyCode: plan.code,
        validFrom: SINCE_BEFORE_RECORDS,
        ...synthetic,
      };
    }
  }
}
