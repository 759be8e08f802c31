import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseQuestion, questionFolder, readCatalogue, readLibrary, readQuestions } from "./index.js";

const header = [
  "# number: 62",
  "# name: FindSchool",
  "# asks: front-end team, analyst",
  "# title.en: Find a school",
  "# title.zh: 查找学校",
  "# explanation.en: By any name",
  "#   or any code.",
  "# explanation.zh: 按任意校名",
  "#   或代码查找。",
  '# variables: {"code": "12", "year": 2020}',
  "",
];
const document =
  "query FindSchool($code: ID!, $year: Int!, $page: Int! = 10) {\n  school(code: $code) {\n    name\n  }\n}\n";
const text = `${header.join("\n")}\n${document}`;
const file = "62-find-school.graphql";

describe("a question file", () => {
  it("gives the question, continuation lines joined as the language asks", () => {
    expect(parseQuestion(text, file)).toEqual({
      problems: [],
      question: {
        number: 62,
        name: "FindSchool",
        asks: ["front-end team", "analyst"],
        title: { en: "Find a school", zh: "查找学校" },
        explanation: { en: "By any name or any code.", zh: "按任意校名或代码查找。" },
        variables: { code: "12", year: 2020 },
        document,
        file,
      },
    });
  });

  it("reads the same from a file saved on Windows, with a byte order mark", () => {
    expect(parseQuestion(`\uFEFF${text.replaceAll("\n", "\r\n")}`, file)).toEqual(parseQuestion(text, file));
  });

  it("reports every fault at once, in the order of the lines", () => {
    const faulty = text
      .replace("# name: FindSchool", "# name: FindSchool\n# colour: red\n# number: 6")
      .replace("# title.zh: 查找学校\n", "")
      .replace('"code": "12", "year": 2020', '"year": "2020", "yaer": 1');
    expect(parseQuestion(faulty, "6-find.graphql").problems).toEqual([
      { file: "6-find.graphql", line: 1, found: 'no "title.zh"', expected: 'a header line "# title.zh: …"' },
      { file: "6-find.graphql", line: 1, found: "file name 6-find.graphql", expected: file },
      expect.objectContaining({ line: 3, found: 'key "colour"' }),
      { file: "6-find.graphql", line: 4, found: '"number" again (first on line 1)', expected: "each key once" },
      expect.objectContaining({ line: 11, found: 'variable "year": "2020"', expected: "a value of Int!" }),
      expect.objectContaining({ line: 11, found: 'variable "yaer"' }),
      expect.objectContaining({ line: 11, found: 'no variable "code"' }),
    ]);
  });

  it.each([
    ["a broken document", "query FindSchool { a }}", 12, 'Syntax Error: Unexpected "}".'],
    ["a mutation", "mutation FindSchool { a }", 12, "a mutation"],
    ["two operations", "query FindSchool { a }\nquery Other { a }", 13, "2 operations"],
    ["another name", "query Other { a }", 12, "query Other"],
    ["no operation", "", 11, "no operation"],
    ["only a fragment", "fragment F on School { name }", 12, "no operation"],
  ])("refuses %s on its line", (_, body, line, found) => {
    const { question, problems } = parseQuestion(`${header.join("\n")}\n${body}\n`, file);
    expect(question).toBeNull();
    expect(problems).toContainEqual(expect.objectContaining({ file, line, found }));
  });

  it.each(["[1]", "null", "{code: 1}"])("refuses variables that are no JSON object: %s", (variables) => {
    const { problems } = parseQuestion(text.replace(/\{"code.*\}/, variables), file);
    expect(problems).toEqual([{ file, line: 10, found: variables, expected: "a JSON object" }]);
  });

  it.each(["0", "65", "1.5", "one"])("refuses the number %s", (number) => {
    const { problems } = parseQuestion(text.replace("number: 62", `number: ${number}`), file);
    expect(problems[0]).toMatchObject({ line: 1, found: number, expected: "a whole number from 1 to 64" });
  });
});

describe("a folder of questions", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "questions-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("comes in the order of the numbers", async () => {
    await writeFile(join(folder, file), text);
    const first = text.replaceAll("62", "07").replace("number: 07", "number: 7");
    await writeFile(join(folder, "07-find-another.graphql"), first.replaceAll("FindSchool", "FindAnother"));
    expect((await readQuestions(folder)).map(({ number }) => number)).toEqual([7, 62]);
  });

  it("is refused when two files share a number or a name, with all faults in one error", async () => {
    await writeFile(join(folder, file), text);
    await writeFile(join(folder, "62-find-another.graphql"), text.replaceAll("FindSchool", "FindAnother"));
    await writeFile(join(folder, "63-find-school.graphql"), text.replace("number: 62", "number: 63"));
    await writeFile(join(folder, "64-empty.graphql"), "");
    const failure = await readQuestions(folder).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: "CONFIGURATION_INVALID" });
    const { message } = failure as Error;
    expect(message).toContain("found number 62; expected one that 62-find-another.graphql does not have.");
    expect(message).toContain("found name FindSchool; expected one that 62-find-school.graphql does not have.");
    expect(message).toContain('64-empty.graphql:1: found no "explanation.zh"');
  });
});

describe("the library of the hub", () => {
  it("catalogues 64 questions, 15 of them with a star, each titled in both languages", async () => {
    const catalogue = await readCatalogue();
    expect(catalogue.map(({ number }) => number)).toEqual(Array.from({ length: 64 }, (_, index) => index + 1));
    expect(catalogue.filter(({ star }) => star)).toHaveLength(15);
    for (const { title } of catalogue) {
      expect(title.en).toMatch(/^[\x20-\x7e]+$/);
      expect(title.zh).toMatch(/\p{Script=Han}/u);
    }
  });

  it("holds the headline question with variables that answer as they stand", async () => {
    const { entries } = await readLibrary();
    expect(entries).toHaveLength(64);
    expect(entries[0]?.question).toMatchObject({
      name: "TeacherRatioByTownship",
      variables: { county: "220622", year: 2020, stage: "PRIMARY" },
    });
    expect(await readFile(join(questionFolder, "01-teacher-ratio-by-township.graphql"), "utf8")).toContain(
      "townships {",
    );
  });
});
