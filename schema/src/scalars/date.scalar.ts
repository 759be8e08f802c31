import { GraphQLScalarType, Kind } from "graphql";
import { badArgument } from "../errors.js";

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The date as ISO 8601; throws BAD_USER_INPUT for a day that does not exist. */
export function parseDate(value: unknown): string {
  if (typeof value === "string" && DATE.test(value)) {
    const date = new Date(`${value}T00:00:00Z`);
    if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)) return value;
  }
  throw badArgument("Date", value, 'a calendar date, for example "2020-09-01"');
}

/** A calendar day without time or zone. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: "Date",
  description: 'A calendar date, ISO 8601, for example "2020-09-01". 日期。',
  serialize: (value) => parseDate(value instanceof Date ? value.toISOString().slice(0, 10) : value),
  parseValue: parseDate,
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : null),
});
