import { expect, test } from "vitest";
import { parseDate } from "./date.scalar.js";

const two = (number: number): string => String(number).padStart(2, "0");

function exists(date: string): boolean {
  const read = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date);
}

test.each(["0000", "1900", "1999", "2000", "2023", "2024", "2100", "9999"])("knows the days of %s", (year) => {
  for (let month = 0; month <= 13; month++) {
    for (let day = 0; day <= 32; day++) {
      const date = `${year}-${two(month)}-${two(day)}`;
      if (exists(date)) expect(parseDate(date)).toBe(date);
      else expect(() => parseDate(date), date).toThrow(`"${date}"`);
    }
  }
});

test.each([
  null,
  undefined,
  20200901,
  "",
  "2020-9-1",
  "2020-09-01T00:00:00Z",
  " 2020-09-01",
  "２０２０-09-01",
  "-020-01-01",
])("refuses %j", (value) => {
  expect(() => parseDate(value)).toThrow("a calendar date");
});
