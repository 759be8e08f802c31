import { expect, it } from "vitest";
import type { FactTable } from "./fact-table.js";
import { columnSum, evaluateArea } from "./fact-table.js";
import { constant, difference, inWords, input, inputsOf, ratio, sum } from "./formula.js";

const table = (source: string, columns: FactTable["columns"], area?: FactTable["area"]): FactTable => ({
  schoolIds: ["a", "b", "c"],
  columns,
  source,
  asOf: "2020-09-01",
  ...(area === undefined ? {} : { area }),
});

const teachersPerStudent = ratio(input("teachers"), input("students"));

it("divides sums: 20 teachers over 400 pupils is 0.05, where the mean of the schools' ratios is 0.0667", () => {
  const tables = [table("schools", { students: [100, 300, 0] }), table("personnel", { teachers: [10, 10, 0] })];

  const outcome = evaluateArea(teachersPerStudent, tables);

  expect(outcome).toMatchObject({ status: "OK", value: 0.05, numerator: 20, denominator: 400 });
  expect(outcome.coverage).toEqual({ schoolsIn: 3, schoolsMissing: 0 });
});

it("counts a school only when both sides are known: one of ten missing is a coverage of nine, never a zero", () => {
  const ids = Array.from({ length: 10 }, (_, index) => `s${index}`);
  const students: FactTable = {
    schoolIds: ids,
    columns: { students: ids.map(() => 100) },
    source: "schools",
    asOf: "",
  };
  const teachers: FactTable = { ...students, columns: { teachers: ids.map((_, index) => (index === 4 ? null : 5)) } };

  const outcome = evaluateArea(teachersPerStudent, [students, teachers]);

  // 45 / 900, not 45 / 1000.
  expect(outcome).toMatchObject({ value: 0.05, numerator: 45, denominator: 900 });
  expect(outcome.coverage).toEqual({ schoolsIn: 9, schoolsMissing: 1 });
});

it("brings tables together by school, whatever their order, and counts a school once", () => {
  const students = table("schools", { students: [100, 200, 300] });
  const teachers: FactTable = { ...table("personnel", { teachers: [3, 1, 9] }), schoolIds: ["c", "a", "elsewhere"] };
  const twice: FactTable = { ...students, schoolIds: ["a", "a", "b"], columns: { students: [100, 100, 200] } };

  // a and c: 1 + 3 teachers over 100 + 300 pupils; b has no teachers, elsewhere no pupils.
  expect(evaluateArea(teachersPerStudent, [students, teachers])).toMatchObject({
    numerator: 4,
    denominator: 400,
    coverage: { schoolsIn: 2, schoolsMissing: 2 },
  });
  expect(evaluateArea(input("students"), [twice])).toMatchObject({ value: 300, coverage: { schoolsIn: 2 } });
});

it("names the input nobody reported, and the one whose system did not answer", () => {
  const students = table("schools", { students: [1, 2, 3] });

  expect(
    evaluateArea(teachersPerStudent, [students, table("personnel", { teachers: [null, null, null] })]),
  ).toMatchObject({
    status: "MISSING_INPUT",
    missing: ["teachers"],
    coverage: { schoolsIn: 0, schoolsMissing: 3 },
  });
  expect(evaluateArea(teachersPerStudent, [students, null])).toMatchObject({
    status: "MISSING_INPUT",
    missing: ["teachers"],
  });
});

it("tells no school from a zero denominator", () => {
  const empty: FactTable = { schoolIds: [], columns: { students: [], teachers: [] }, source: "schools", asOf: "" };
  const zero = table("schools", { students: [0, 0, 0], teachers: [1, 1, 1] });

  expect(evaluateArea(teachersPerStudent, [empty])).toMatchObject({ status: "NOT_APPLICABLE", value: null });
  expect(evaluateArea(teachersPerStudent, [zero])).toMatchObject({
    status: "ZERO_DENOMINATOR",
    value: null,
    numerator: 3,
    denominator: 0,
  });
});

it("takes a fact of the area itself beside the schools' own", () => {
  const share = ratio(input("students"), input("population3to5"), { per: 100 });
  const tables = [table("schools", { students: [300, 400, 100] }, { population3to5: 1000 })];

  expect(evaluateArea(share, tables)).toMatchObject({ value: 80, numerator: 800, denominator: 1000 });
  expect(evaluateArea(share, [table("schools", { students: [1, 1, 1] }, { population3to5: null })]).status).toBe(
    "MISSING_INPUT",
  );
});

it("adds money up to the fen", () => {
  // 0.1 + 0.2 + 0.3 is 0.6000000000000001 in binary.
  expect(columnSum(table("funding", { spending: [0.1, 0.2, 0.3] }), "spending")).toBe(0.6);
});

it("sums what was reported, and gives null when nobody reported", () => {
  expect(columnSum(table("schools", { students: [null, 5, null] }), "students")).toBe(5);
  expect(columnSum(table("schools", { students: [null, null, null] }), "students")).toBeNull();
  expect(columnSum({ schoolIds: [], columns: { students: [] }, source: "", asOf: "" }, "students")).toBe(0);
});

it("lists its inputs once and says itself in words", () => {
  const formula = ratio(sum(input("a"), input("b")), difference(input("c"), input("a")), { per: 100 });

  expect(inputsOf(formula)).toEqual(["a", "b", "c"]);
  expect(inWords(formula, (name) => name)).toBe("100 × (a + b) / (c − a)");
  expect(inWords(ratio(input("p"), constant(19)), (name) => name)).toBe("p / 19");
});
