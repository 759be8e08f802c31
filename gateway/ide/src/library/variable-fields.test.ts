import { buildSchema } from "graphql";
import { expect, it } from "vitest";
import { variableFields, variableValue } from "./variable-fields";

const schema = buildSchema(`
  enum Stage { "Primary, grades 1 to 6. 小学。" PRIMARY  JUNIOR }
  type Query { a(county: ID!, year: Int, stage: Stage, codes: [ID!]): Int }
`);
const document = "query Q($county: ID!, $year: Int! = 2020, $stage: Stage, $codes: [ID!]) { a }";

it("gives one input for each variable, an enum with its Chinese names", () => {
  expect(variableFields(document, schema)).toEqual([
    { name: "county", required: true, type: "ID", options: [] },
    { name: "year", required: false, type: "Int", options: [] },
    {
      name: "stage",
      required: false,
      type: "Stage",
      options: [
        { value: "PRIMARY", zh: "小学" },
        { value: "JUNIOR", zh: null },
      ],
    },
    { name: "codes", required: false, type: null, options: [] },
  ]);
});

it("has no choices without a schema", () => {
  expect(variableFields(document, null)[2]?.options).toEqual([]);
});

it.each([
  ["2020", "Int", 2020],
  ["20x0", "Int", "20x0"],
  ["220622", "ID", "220622"],
  ["1.5", "Float", 1.5],
  ["true", "Boolean", true],
  ["", "Int", null],
])("reads %j as %s", (typed, type, value) => {
  expect(variableValue(typed, type)).toBe(value);
});
