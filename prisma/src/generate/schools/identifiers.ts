import type { RegisterPlan, RegisterSchool } from "../plan/index.js";
import { creditCode } from "./credit-code.js";
import { SINCE_BEFORE_RECORDS, SINCE_CREDIT_CODES, SINCE_SCHOOL_CODES } from "./since.js";

/** First two digits of the ministry's code by school type; teaching points have no code of their own. */
const classes: Readonly<Record<string, string>> = {
  "111": "11",
  "211": "21",
  "311": "31",
  "312": "31",
  "341": "34",
  "342": "34",
  "365": "36",
  "514": "51",
};

/** Rows of `school_identifier`: the ministry's code (with the one before it), the social credit code, the local number. */
export function* identifierRows(plan: RegisterPlan, school: RegisterSchool, index: number) {
  const { id, openedOn, closedOn, typeCode, line } = school;
  // A school that is only planned has no code yet.
  if (openedOn !== null && openedOn > `${(plan.years.at(-1) ?? 0) + 1}-09-01`) return;
  const row = (number: number, scheme: string, value: string, from: string, validTo: string | null = closedOn) => ({
    id: `${id}-I${number}`,
    schoolId: id,
    scheme,
    value,
    validFrom: openedOn !== null && openedOn > from ? openedOn : from,
    validTo,
    origin: "SYNTHETIC",
  });
  const schoolClass = classes[typeCode];
  // The serial is fictitious: the county's last three digits and the school's place in its list.
  const serial = (place: number) => `${plan.code.slice(0, 2)}${plan.code.slice(3)}${String(place).padStart(3, "0")}`;
  if (schoolClass !== undefined) {
    yield row(1, "MOE_SCHOOL_CODE", `${schoolClass}${serial(index + 1)}`, line.recoded ?? SINCE_SCHOOL_CODES);
    yield row(
      2,
      "USCC",
      creditCode(school.ownership === "PUBLIC" ? "publicInstitution" : "privateNonProfit", plan.code, id),
      SINCE_CREDIT_CODES,
    );
  }
  yield row(3, "LOCAL", `${plan.code}-${String(index + 1).padStart(3, "0")}`, SINCE_BEFORE_RECORDS);
  if (schoolClass !== undefined && line.recoded !== undefined) {
    yield row(
      4,
      "MOE_SCHOOL_CODE",
      `${line.recodedFrom ?? schoolClass}${serial(index + 501)}`,
      SINCE_SCHOOL_CODES,
      line.recoded,
    );
  }
}
