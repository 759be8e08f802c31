import { badArgument } from "@hub/schema";

const FIRST_YEAR = 1949;
const LAST_YEAR = 2100;

/** The year itself; BAD_USER_INPUT when it cannot be one. */
export function checkedYear(argument: string, year: number): number {
  if (year < FIRST_YEAR || year > LAST_YEAR)
    throw badArgument(argument, year, `a year from ${FIRST_YEAR} to ${LAST_YEAR}`);
  return year;
}

/** Full-width digits and letters as half-width ones, without surrounding space: what an input method may leave. */
export function halfWidth(text: string): string {
  return text.normalize("NFKC").trim();
}

/** A division code of one of the lengths, half width; BAD_USER_INPUT for anything else. */
export function checkedDivisionCode(argument: string, code: string, digits: readonly number[]): string {
  const found = halfWidth(code);
  if (/^\d+$/.test(found) && digits.includes(found.length)) return found;
  throw badArgument(argument, code, `a division code of ${digits.join(" or ")} digits`);
}
