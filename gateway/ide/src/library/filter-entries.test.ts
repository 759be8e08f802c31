import type { LibraryEntry } from "@hub/schema";
import { expect, it } from "vitest";
import { filterEntries } from "./filter-entries";

const entry = (number: number, en: string, zh: string, star = false): LibraryEntry => ({
  number,
  star,
  crosses: ["schools"],
  title: { en, zh },
  question: null,
});
const entries = [
  entry(1, "Teacher ratio by township", "各乡镇生师比是多少？", true),
  entry(8, "Preschool rates", "学前三率"),
  entry(18, "Classes over 45, in township 1", "大班额"),
];
const numbers = (part: "all" | "ready" | "starred", filter: string) =>
  filterEntries(entries, part, filter).map(({ number }) => number);

it("finds words in either language, all of them, whatever their case and width", () => {
  expect(numbers("all", "TOWNSHIP ratio")).toEqual([1]);
  expect(numbers("all", "township")).toEqual([1, 18]);
  expect(numbers("all", "生师比")).toEqual([1]);
  expect(numbers("all", "多少?")).toEqual([1]);
  expect(numbers("all", "ＲＡＴＥＳ")).toEqual([8]);
  expect(numbers("all", "nothing like it")).toEqual([]);
});

it("takes a number for the number of a question", () => {
  expect(numbers("all", "1")).toEqual([1]);
  expect(numbers("all", "18")).toEqual([18]);
  expect(numbers("all", "45")).toEqual([]);
});

it("shows a part", () => {
  expect(numbers("all", " ")).toEqual([1, 8, 18]);
  expect(numbers("starred", "")).toEqual([1]);
  expect(numbers("ready", "")).toEqual([]);
});
