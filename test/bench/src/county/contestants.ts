import { OWNERS, SUBGRAPHS } from "@hub/schema";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { here, type Contestant, type Program } from "./contestant.js";
import type { CountyData } from "./data/bench-cluster.js";
import { postgraphileRequest, postgraphileShape } from "./postgraphile/questions.js";
import { questionText, type Question, type QuestionName, type Request } from "./questions.js";

const embedded = dirname(createRequire(import.meta.url).resolve("@hub/embedded"));

const texts = new Map<QuestionName, string>();

/** The question as the library has it, as GraphQL over HTTP. */
function graphqlRequest(name: QuestionName, variables: Question): Request {
  const query = texts.get(name) ?? questionText(name);
  texts.set(name, query);
  return { method: "POST", path: "/graphql", body: JSON.stringify({ query, variables }) };
}

/** The addresses of the owners' databases, as the hub reads them. */
export function databaseVariables({ urls }: CountyData): Record<string, string> {
  return Object.fromEntries(OWNERS.map((owner) => [`DATABASE_URL_${owner.toUpperCase()}`, urls[owner]]));
}

function hub(name: string, program: "start" | "start-services", engine: string, cacheBytes: number): Contestant {
  return {
    name,
    request: graphqlRequest,
    programs(data, port) {
      const ports = SUBGRAPHS.map(({ name: subgraph }, index) => [
        `${subgraph.toUpperCase()}_PORT`,
        String(port + 1 + index),
      ]);
      const environment = {
        ...databaseVariables(data),
        ...(Object.fromEntries(ports) as Record<string, string>),
        PORT: String(port),
        HUB_ENGINE: engine,
        WORKERS: "1",
        CACHE_BYTES: String(cacheBytes),
        HUB_DATA: join(tmpdir(), "hub-county-bench"),
      };
      return [{ file: join(embedded, `${program}.js`), environment, ready: `http://127.0.0.1:${port}/readyz` }];
    },
  };
}

const stock: Contestant = {
  name: "stock stack: @apollo/gateway, Apollo Server, Prisma",
  request: graphqlRequest,
  programs(data, port) {
    const addresses = SUBGRAPHS.map(({ name }, index) => [name, `http://127.0.0.1:${port + 1 + index}/`] as const);
    const ready = (address: string): string => `${address}?query=%7B__typename%7D`;
    const subgraphs = addresses.map(([name, address], index): Program => ({
      file: here(`./stock/${name}.js`),
      args: [String(port + 1 + index)],
      environment: name === "indicators" ? {} : { DATABASE_URL: data.urls[name] },
      ready: ready(address),
    }));
    const args = [String(port), JSON.stringify(Object.fromEntries(addresses))];
    return [...subgraphs, { file: here("./stock/gateway.js"), args, ready: ready(`http://127.0.0.1:${port}/`) }];
  },
};

const postgraphile: Contestant = {
  name: "PostGraphile 5",
  request: postgraphileRequest,
  shape: postgraphileShape,
  programs: (data, port) => [
    {
      file: here("../../src/county/postgraphile/server.mjs"),
      args: [String(port)],
      environment: { DATABASE_URL: data.combinedUrl, GRAPHILE_ENV: "production" },
      ready: `http://127.0.0.1:${port}/graphql`,
    },
  ],
};

const oneSql: Contestant = {
  name: "hand-written: Fastify, pg, one SQL a question",
  request(name, variables) {
    const { year, lastYear, yearBefore, code } = variables;
    const parameters =
      name === "13" ? { code: String(code), years: [year, lastYear, yearBefore].join(",") } : asTexts(variables);
    return { method: "GET", path: `/${name}?${new URLSearchParams(parameters).toString()}` };
  },
  programs: (data, port) => [
    {
      file: here("./one-sql/main.js"),
      args: [String(port)],
      environment: { DATABASE_URL: data.combinedUrl },
      ready: `http://127.0.0.1:${port}/`,
    },
  ],
};

function asTexts(variables: Question): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)]));
}

const CACHE_BYTES = 64 * 1024 * 1024;

/** What is compared. The first is the measure of equality. */
export const contestants: readonly Contestant[] = [
  hub("hub, embedded", "start", "hub", 0),
  hub("hub, embedded, with its answer cache", "start", "hub", CACHE_BYTES),
  hub("hub, as services", "start-services", "hub", 0),
  stock,
  postgraphile,
  oneSql,
];
