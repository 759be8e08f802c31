import { buildSchema, parse } from "graphql";
import { describe, expect, it } from "vitest";
import type { Value } from "./shape";
import { shapeOfData } from "./shape-of-data";
import { shapeOfOperation } from "./shape-of-operation";
import { tablesOfAnswer } from "./tables-of-answer";

const schema = buildSchema(`
  scalar Decimal
  type Query { county(code: ID!): County, schools: SchoolConnection, school: School }
  type County { code: ID!, name: String, townships: [Township!]! }
  "A township. 乡镇。"
  type Township { code: ID!, name: String, profile: Profile, schools: [School!]! }
  type Profile {
    "Students enrolled. 在校生数(9月1日统计时点)。"
    students: Int
    "Pupils per teacher. 生师比。"
    ratio: Ratio
  }
  type Ratio { "The value. 值。" value: Float, status: String, missing: [String!] }
  type School { code: ID!, name: String, spent: Decimal, names: [Name!], projects: [Project!] }
  type Name { text: String }
  type Project { title: String, budget: Decimal }
  type SchoolConnection { totalCount: Int, pageInfo: PageInfo, edges: [Edge!] }
  type PageInfo { hasNextPage: Boolean }
  type Edge { cursor: String, node: School }
`);

function tables(query: string, data: Value, withSchema = true) {
  const shapes = shapeOfOperation(parse(query), null, withSchema ? schema : null);
  return tablesOfAnswer(data, shapes ?? []).map(({ name, facts, columns, rows, factCells }) => ({
    name,
    facts: facts.map(({ label }) => label),
    columns: columns.map(({ label }) => label),
    rows,
    factCells,
  }));
}

const townships = `{ county(code: "1") { code townships { name profile { students ratio { value missing } } } name } }`;

describe("tables of an answer", () => {
  it("makes a row of each township, what holds for all of them set apart", () => {
    const data = {
      county: {
        code: "220622",
        name: "靖宇县",
        townships: [
          { name: "靖宇镇", profile: { students: 1200, ratio: { value: 12.5, missing: [] } } },
          { name: "三道湖镇", profile: { students: null, ratio: { value: null, missing: ["teachers", "students"] } } },
          { name: "龙泉镇", profile: null },
        ],
      },
    };
    expect(tables(townships, data)).toEqual([
      {
        name: "county.townships",
        facts: ["county.code", "county.name"],
        columns: ["name", "profile.students", "profile.ratio.value", "profile.ratio.missing"],
        rows: [
          ["220622", "靖宇县", "靖宇镇", 1200, 12.5, ""],
          ["220622", "靖宇县", "三道湖镇", null, null, "teachers; students"],
          ["220622", "靖宇县", "龙泉镇", null, null, null],
        ],
        factCells: ["220622", "靖宇县"],
      },
    ]);
  });

  it("has columns and no rows for an unknown county, with or without a schema", () => {
    const columns = ["name", "profile.students", "profile.ratio.value", "profile.ratio.missing"];
    expect(tables(townships, { county: null })).toMatchObject([{ columns, rows: [] }]);
    expect(tables("{ county { code } }", { county: null }, false)).toMatchObject([{ columns: ["code"], rows: [] }]);
  });

  it("keeps a township without schools as a row, and repeats the township for each school", () => {
    const data = {
      county: {
        townships: [
          { name: "A", schools: [{ name: "a1" }, { name: "a2" }] },
          { name: "B", schools: [] },
        ],
      },
    };
    expect(tables(`{ county(code: "1") { townships { name schools { name } } } }`, data)).toMatchObject([
      {
        name: "county.townships.schools",
        columns: ["townships.name", "name"],
        rows: [
          ["A", "a1"],
          ["A", "a2"],
          ["B", null],
        ],
      },
    ]);
  });

  it("gives two lists side by side a table each, their rows never multiplied, after what stands above both", () => {
    const data = {
      school: {
        code: "1",
        year: { value: 12.5 },
        names: [{ text: "x" }, { text: "y" }],
        projects: [{ title: "p", budget: "10.50" }],
      },
    };
    const query = "{ school { code year { value } names { text } projects { title budget } } }";
    const [school, names, projects] = tables(query, data);
    expect(school).toMatchObject({ name: "school", columns: ["code", "year.value"], rows: [["1", 12.5]] });
    expect(names).toMatchObject({
      name: "school.names",
      facts: ["school.code"],
      rows: [
        ["1", "x"],
        ["1", "y"],
      ],
    });
    expect(projects).toMatchObject({ name: "school.projects", rows: [["1", "p", "10.50"]] });
  });

  it("reads a connection as the list of its nodes, without cursors", () => {
    const data = {
      schools: {
        totalCount: 2,
        pageInfo: { hasNextPage: false },
        edges: [
          { cursor: "c1", node: { code: "1", name: "甲" } },
          { cursor: "c2", node: null },
        ],
      },
    };
    expect(
      tables("{ schools { totalCount pageInfo { hasNextPage } edges { cursor node { code name } } } }", data),
    ).toEqual([
      {
        name: "schools",
        facts: ["schools.totalCount"],
        columns: ["code", "name"],
        rows: [
          [2, "1", "甲"],
          [2, null, null],
        ],
        factCells: [2],
      },
    ]);
  });

  it("folds fragments and aliases in, in the order of the operation", () => {
    const query = `
      query { one: school { ...Both ... on School { spent } } }
      fragment Both on School { name code: name }
    `;
    expect(tables(query, { one: { name: "甲", code: "甲", spent: "3.00" } })).toMatchObject([
      { name: "one", columns: ["name", "code", "spent"], rows: [["甲", "甲", "3.00"]] },
    ]);
  });

  it("knows numbers and descriptions by the schema: a decimal in a string counts, a code does not", () => {
    const shapes = shapeOfOperation(parse("{ school { code spent } }"), null, schema) ?? [];
    const [table] = tablesOfAnswer({ school: { code: "220622", spent: "10.5" } }, shapes);
    expect(table?.columns.map(({ numeric }) => numeric)).toEqual([false, true]);
    const [profiles] = tablesOfAnswer({ county: null }, shapeOfOperation(parse(townships), null, schema) ?? []);
    expect(profiles?.columns[2]?.pathDescriptions).toEqual([null, "Pupils per teacher. 生师比。", "The value. 值。"]);
  });

  it("takes the shape from the data when the operation is unknown", () => {
    const data = { county: { townships: [{ name: "A" }, { name: "B", students: 3 }] } };
    expect(tablesOfAnswer(data, shapeOfData(data))).toMatchObject([
      {
        rows: [
          ["A", null],
          ["B", 3],
        ],
      },
    ]);
  });

  it("gives no table for an answer without data", () => {
    expect(tables("{ school { code } }", null)).toEqual([]);
    expect(tablesOfAnswer(undefined, [])).toEqual([]);
  });
});
