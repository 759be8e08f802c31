import type { Question } from "@hub/schema";
import { expect, it } from "vitest";
import { chooseQuestion } from "./choose-question.js";
import { readCommandLine } from "./command-line.js";
import { typedVariables } from "./typed-variables.js";

const question: Question = {
  number: 1,
  name: "TeacherRatioByTownship",
  asks: [],
  title: { en: "", zh: "" },
  explanation: { en: "", zh: "" },
  variables: { county: "220622", year: 2020, stage: "PRIMARY" },
  document: `query TeacherRatioByTownship($county: ID!, $year: Int!, $stage: Stage, $codes: [ID!], $deep: Boolean, $where: Filter) { x }`,
  file: "01-teacher-ratio-by-township.graphql",
};
const typed = (...args: string[]) => typedVariables(question, readCommandLine(["1", ...args]).variables);

it("types variables as the operation defines them, over the question's defaults", () => {
  expect(typed("--year", "2019", "--codes=1,2", "--deep", "true", "--where", '{"open":true}')).toEqual({
    county: "220622",
    year: 2019,
    stage: "PRIMARY",
    codes: ["1", "2"],
    deep: true,
    where: { open: true },
  });
});

it("keeps leading zeros of codes, takes repeated options for a list and an empty text for null", () => {
  expect(typed("--county", "010101", "--codes", "1", "--codes", "2", "--stage=")).toMatchObject({
    county: "010101",
    codes: ["1", "2"],
    stage: null,
  });
});

it.each([
  [["--year", "2020.5"], '--year: found "2020.5"; expected a value of Int!.'],
  [["--year", "twenty"], '--year: found "twenty"; expected a value of Int!.'],
  [["--deep", "yes"], '--deep: found "yes"; expected a value of Boolean.'],
  [
    ["--month", "9"],
    "--month: found no such variable in TeacherRatioByTownship; expected --county, --year, --stage, --codes, --deep, --where.",
  ],
])("refuses %j", (args, message) => {
  expect(() => typed(...args)).toThrow(message);
});

it("reads settings apart from variables", () => {
  const command = readCommandLine([
    "TeacherRatioByTownship",
    "--format",
    "csv",
    "--bom",
    "--url=http://127.0.0.1:1",
    "--county",
    "220622",
  ]);
  expect(command).toMatchObject({
    question: "TeacherRatioByTownship",
    format: "csv",
    bom: true,
    url: "http://127.0.0.1:1",
  });
  expect([...command.variables.keys()]).toEqual(["county"]);
  expect(() => readCommandLine(["1", "--format", "xlsx"])).toThrow(
    '--format: found "xlsx"; expected table, json, csv.',
  );
  expect(() => readCommandLine(["1", "--county"])).toThrow("--county: found nothing after it; expected a value.");
  expect(() => readCommandLine(["1", "2"])).toThrow("Question: found 1 2; expected one number or name.");
});

it("finds a question by number, name or kebab name, and else says which there are", () => {
  for (const wanted of ["1", "TeacherRatioByTownship", "teacherratiobytownship", "teacher-ratio-by-township"]) {
    expect(chooseQuestion([question], wanted)).toBe(question);
  }
  expect(() => chooseQuestion([question], "99")).toThrow(
    'Question: found "99"; expected one of 1 TeacherRatioByTownship.',
  );
});
