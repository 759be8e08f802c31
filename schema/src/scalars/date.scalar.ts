import { GraphQLScalarType, Kind } from "graphql";
import { badArgument } from "../errors.js";

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The date as ISO 8601; throws BAD_USER_INPUT for a day that does not exist. */
export function parseDate(value: unknown): string {
  if (typeof value === "string" && DATE.test(value)) {
    const year = Number(value.slice(0, 4));
    const month = Number(value.slice(5, 7));
    const day = Number(value.slice(8));
    if (day >= 1 && day <= daysOf(year, month)) return value;
  }
  throw badArgument("Date", value, 'a calendar date, for example "2020-09-01"');
}

/** Days of a month of the Gregorian calendar; none for a month that does not exist. */
function daysOf(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return leap ? 29 : (DAYS[month - 1] ?? 0);
}

/** A calendar day without time or zone. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: "Date",
  description: 'A calendar date, ISO 8601, for example "2020-09-01". 日期。',
  serialize: (value) => parseDate(value instanceof Date ? value.toISOString().slice(0, 10) : value),
  parseValue: parseDate,
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : null),
});
