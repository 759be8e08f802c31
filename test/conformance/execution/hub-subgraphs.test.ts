import { readQuestions, SUBGRAPHS } from "@hub/schema";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { generateOperation } from "../engine/generate-operation.js";
import { startSubgraphs, type HubSubgraphs } from "./hub-subgraphs.js";
import { expectSame } from "./oracle.js";

const operations = Math.ceil(Number(process.env["HUB_CORPUS"] ?? 300) / 5);
const questions = await readQuestions();
const names = SUBGRAPHS.map(({ name }) => name);

/** Fields that take a role. */
const RESTRICTED = [
  ["personnel", '{ teacher(id: "x") { id name } }'],
  [
    "personnel",
    "query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on School { id staff { totalCount } } } }",
  ],
  [
    "funding",
    "query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on School { payments(first: 2) { nodes { id } } id } } }",
  ],
] as const;

let hub: HubSubgraphs;
beforeAll(async () => {
  hub = await startSubgraphs(inject("adminUrl"));
});
afterAll(() => hub.close());

describe("the hub's own subgraphs", () => {
  test.each(questions)("answer what question $number asks of them", async ({ number }) => {
    const asked = hub.planned.filter(({ question }) => question === number);
    expect(asked.length).toBeGreaterThan(0);
    for (const { subgraph, query, variables } of asked) {
      const context = (): object => hub.contextOf(subgraph);
      const answer = await expectSame(hub.schemas[subgraph], { query, variables, context });
      expect(answer, query).not.toContain('"errors"');
    }
  });

  test("see and refuse alike for whoever asks", async () => {
    for (const { subgraph, query, variables } of hub.planned) {
      const context = (): object => hub.contextOf(subgraph, { roles: ["public"], area: "220622" });
      await expectSame(hub.schemas[subgraph], { query, variables, context });
    }
    for (const [subgraph, query] of RESTRICTED) {
      const variables = { representations: [{ __typename: "School", id: "SCH-R46Z3ERGDX" }] };
      const context = (): object => hub.contextOf(subgraph, { roles: ["public"] });
      const answer = await expectSame(hub.schemas[subgraph], { query, variables, context });
      expect(answer).toContain("FORBIDDEN");
    }
  });

  test.each([/./, /school/i, /Counts|spending/, /joint/])(
    "fail alike where statements named %s fail",
    async (failing) => {
      let failed = 0;
      for (const { subgraph, query, variables } of hub.planned) {
        const context = (): object => hub.contextOf(subgraph, {}, failing);
        const asked = { query, variables, context, errorsInAnyOrder: true };
        const answer = await expectSame(hub.schemas[subgraph], asked);
        if (answer.includes('"errors"')) failed += 1;
      }
      expect(failed).toBeGreaterThan(0);
    },
  );

  test("give 1,000 entities, unknown and wrong ones among them", async () => {
    const real = hub.planned.flatMap(({ variables }) => (variables["representations"] ?? []) as unknown[]);
    const others = [
      { __typename: "School", id: "none" },
      { __typename: "County", code: null },
      { __typename: "Township" },
    ];
    const representations = Array.from(
      { length: 1000 },
      (_none, index) => [...others, ...real][index % (others.length + real.length)],
    );
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on County { code } ... on School { id } } }`;
    const wrong = [{ __typename: "Nobody" }, { __typename: "Query" }, {}, null, 5, "School"];
    for (const name of names) {
      const context = (): object => hub.contextOf(name);
      await expectSame(hub.schemas[name], { query, variables: { representations }, context });
      for (const one of wrong) {
        await expectSame(hub.schemas[name], { query, variables: { representations: [others[0], one] }, context });
      }
    }
  });

  test.each(names)(`answer ${operations} generated operations: %s`, { timeout: 600_000 }, async (name) => {
    for (let seed = 1; seed <= operations; seed++) {
      const { query, variables = {} } = generateOperation(hub.schemas[name], seed);
      await expectSame(hub.schemas[name], { query, variables, context: () => hub.contextOf(name) });
    }
  });
});
