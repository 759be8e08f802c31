import { GraphQLScalarType, Kind } from "graphql";
import { badArgument } from "../errors.js";

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The date as ISO 8601; throws BAD_USER_INPUT for a day that does not exist. */
export function parseDate(value: unknown): string {
  if (typeof value === "string" && DATE.test(value)) {
    const month = twoDigits(value, 5);
    const day = twoDigits(value, 8);
    if (day >= 1 && day <= daysOf(value, month)) return value;
  }
  throw badArgument("Date", value, 'a calendar date, for example "2020-09-01"');
}

/** Read without cutting a text out: answers are full of dates. */
function twoDigits(text: string, from: number): number {
  return (text.charCodeAt(from) - 48) * 10 + text.charCodeAt(from + 1) - 48;
}

/** Days of the month of a Gregorian date; none for a month that does not exist. */
function daysOf(date: string, month: number): number {
  if (month !== 2) return DAYS[month - 1] ?? 0;
  const year = Number(date.slice(0, 4));
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** A calendar day without time or zone. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: "Date",
  description: 'A calendar date, ISO 8601, for example "2020-09-01". 日期。',
  serialize: (value) => parseDate(value instanceof Date ? value.toISOString().slice(0, 10) : value),
  parseValue: parseDate,
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : null),
});
