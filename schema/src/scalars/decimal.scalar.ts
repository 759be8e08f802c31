import { GraphQLScalarType, Kind } from "graphql";
import { badArgument } from "../errors.js";

const DECIMAL = /^-?\d+(\.\d+)?$/;

function parseDecimal(value: unknown): string {
  if (typeof value === "string" && DECIMAL.test(value)) return value;
  throw badArgument("Decimal", value, 'a decimal number as a string, for example "1234.50"');
}

/** An exact decimal as a string, as PostgreSQL's numeric sends it; money is in yuan. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: "Decimal",
  description: 'An exact decimal number as a string, for example "6202700.00". 精确小数（字符串）。',
  serialize: (value) => parseDecimal(typeof value === "number" ? String(value) : value),
  parseValue: parseDecimal,
  parseLiteral: (node) =>
    parseDecimal(node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT ? node.value : null),
});
