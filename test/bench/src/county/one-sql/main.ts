import { fastify } from "fastify";
import pg from "pg";
import { FUNDED_OVERDUE, fundedOverdueAnswer, type FundedOverdueRow } from "./funded-overdue.js";
import { SCHOOL, schoolAnswer, type SchoolRow } from "./school.js";
import { type ListRow, SCHOOL_LIST, schoolListAnswer } from "./school-list.js";
import { type TownshipRow, TOWNSHIPS, townshipAnswer } from "./townships.js";

// What somebody writes by hand who knows the four questions in advance: one prepared statement each, no GraphQL.
const pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: 20 });
const app = fastify();

async function rows<Row extends object>(name: string, text: string, values: unknown[]): Promise<Row[]> {
  return (await pool.query<Row>({ name, text, values })).rows;
}

app.get<{ Querystring: { county: string; year: string; stage?: string } }>("/1", async ({ query }, reply) => {
  const stage = query.stage ?? null;
  const found = await rows<TownshipRow>("townships", TOWNSHIPS, [query.county, Number(query.year), stage]);
  return reply.type("application/json").send(JSON.stringify({ data: townshipAnswer(found, stage) }));
});

interface Funded {
  readonly county: string;
  readonly on: string;
  readonly paidFrom: string;
  readonly paidTo: string;
  readonly stage?: string;
  readonly first: string;
}

app.get<{ Querystring: Funded }>("/5", async ({ query }, reply) => {
  const { county, on, paidFrom, paidTo, stage = null } = query;
  const first = Number(query.first);
  const values = [county, on, paidFrom, paidTo, stage, first + 1];
  const found = await rows<FundedOverdueRow>("funded", FUNDED_OVERDUE, values);
  return reply.type("application/json").send(JSON.stringify({ data: fundedOverdueAnswer(found, first) }));
});

app.get<{ Querystring: { code: string; years: string } }>("/13", async ({ query }, reply) => {
  const years = query.years.split(",").map(Number);
  const found = await rows<SchoolRow>("school", SCHOOL, [query.code, years]);
  return reply.type("application/json").send(JSON.stringify({ data: schoolAnswer(found) }));
});

app.get<{ Querystring: { within: string; on: string; first: string } }>("/46", async ({ query }, reply) => {
  const first = Number(query.first);
  const found = await rows<ListRow>("list", SCHOOL_LIST, [query.within, query.on, first + 1]);
  return reply.type("application/json").send(JSON.stringify({ data: schoolListAnswer(found, first) }));
});

await app.listen({ host: "127.0.0.1", port: Number(process.argv[2]) });
