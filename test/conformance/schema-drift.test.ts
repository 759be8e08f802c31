import { printSubgraphs } from "@hub/embedded";
import { composeSupergraph, type SubgraphSdl } from "@hub/gateway/compose";
import { HubError } from "@hub/schema";
import { composeServices } from "@apollo/composition";
import { buildSchema, lexicographicSortSchema, parse, printSchema } from "graphql";
import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";

const folder = new URL("../../schema/", import.meta.url);
const committed = (file: string) => readFileSync(new URL(file, folder), "utf8");

let printed: SubgraphSdl[];
beforeAll(async () => {
  printed = await printSubgraphs();
});

describe("the committed graph is the one the classes give (npm run schema)", () => {
  it("of every subgraph", () => {
    expect(readdirSync(new URL("printed", folder)).toSorted()).toEqual(
      printed.map(({ name }) => `${name}.graphql`).toSorted(),
    );
    for (const { name, sdl } of printed) expect(committed(`printed/${name}.graphql`), name).toBe(sdl);
  });

  it("of the supergraph", () => {
    expect(committed("supergraph.graphql")).toBe(composeSupergraph(printed));
  });

  it("whatever order the subgraphs come in", () => {
    expect(composeSupergraph(printed.toReversed())).toBe(composeSupergraph(printed));
  });
});

const FEDERATION_ONLY =
  /^(""".*?"""\n)?(type|enum|scalar|directive|input|interface|union) @?(join__|link|core__|inaccessible|tag|cost|listSize)/s;

/** What clients see of a supergraph: types and fields, without how they are joined. */
function clientView(sdl: string): string {
  const text = printSchema(lexicographicSortSchema(buildSchema(sdl, { assumeValidSDL: true })));
  return text
    .split("\n\n")
    .filter((block) => !FEDERATION_ONLY.test(block))
    .join("\n\n");
}

it("composes to the same graph by the reference implementation of federation", () => {
  const services = printed.map(({ name, url, sdl }) => ({
    name,
    url,
    typeDefs: parse(sdl),
  }));
  const reference = composeServices(services);
  expect(reference.errors ?? []).toEqual([]);
  expect(clientView(composeSupergraph(printed))).toContain("type AreaProfile");
  expect(clientView(composeSupergraph(printed))).toBe(clientView(reference.supergraphSdl ?? ""));
});

it("names every conflict at once when subgraphs do not compose", () => {
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])`;
  const one = {
    name: "one",
    url: "",
    sdl: `${link} type Query { a: Int } type T @key(fields: "id") { id: ID! x: Int y: Int }`,
  };
  const two = { name: "two", url: "", sdl: `${link} type T @key(fields: "id") { id: ID! x: Int y: Int }` };
  try {
    composeSupergraph([one, two]);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(HubError);
    expect((error as HubError).code).toBe("COMPOSITION_FAILED");
    expect((error as HubError).message).toMatch(/T\.x.*T\.y/s);
  }
});
