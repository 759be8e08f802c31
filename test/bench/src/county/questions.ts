import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import type { CountyData } from "./data/bench-cluster.js";

/** The questions measured, by their number in the library. */
export const QUESTIONS = ["1", "5", "13", "46"] as const;
export type QuestionName = (typeof QUESTIONS)[number];

export const QUESTION_TITLES: Readonly<Record<QuestionName, string>> = {
  "1": "pupils per teacher by township (four systems, the headline)",
  "5": "schools that received money while rectifications are overdue (three systems)",
  "13": "one school over three years (four systems)",
  "46": "schools open on a date (one system, pages of 100)",
};

/** The variables one client asks with. */
export type Question = Readonly<Record<string, string | number>>;

/** An HTTP request as the load driver sends it. */
export interface Request {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: string;
}

const FILES: Readonly<Record<QuestionName, string>> = {
  "1": "01-teacher-ratio-by-township",
  "5": "05-funded-while-overdue",
  "13": "13-school-profile",
  "46": "46-school-list-on-date",
};

/** The text of a question in the library. */
export function questionText(name: QuestionName): string {
  const file = new URL(`./questions/${FILES[name]}.graphql`, import.meta.resolve("@hub/schema/supergraph.graphql"));
  return readFileSync(fileURLToPath(file), "utf8")
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .join("\n")
    .trim();
}

const YEARS = [2018, 2019, 2020, 2021, 2022, 2023];
const STAGES = [null, "PRIMARY", "JUNIOR", "PRESCHOOL"];

/** More than the clients at work, so that none asks what another is asking; few enough to be all seen before measuring. */
const VARIABLES_AT_MOST = 60;
const DAYS = ["03-15", "06-30", "09-01", "12-31"];

/** A deterministic sample in an order far from sorted, so that neighbours in time are not neighbours in the tables. */
function mixed<Item>(items: readonly Item[]): readonly Item[] {
  const step = items.length % 7 === 0 ? 11 : 7;
  return items.map((_, index) => items[(index * step + 3) % items.length] as Item).slice(0, VARIABLES_AT_MOST);
}

/** The variables the questions are asked with, mixed: counties, years, stages and days; schools with a code. */
export async function questionsOver({
  urls,
}: CountyData): Promise<Readonly<Record<QuestionName, readonly Question[]>>> {
  const client = new pg.Client({ connectionString: urls.schools });
  await client.connect();
  const counties = await client.query<{ code: string }>("select code from division where level = 'COUNTY' order by 1");
  const codes = await client.query<{ value: string }>(
    "select value from school_identifier where scheme = 'MOE_SCHOOL_CODE' and valid_to is null",
  );
  await client.end();
  const asked = counties.rows.map(({ code }) => code);
  return {
    "1": mixed(
      asked.flatMap((county) =>
        YEARS.flatMap((year) => STAGES.map((stage) => ({ county, year, ...(stage === null ? {} : { stage }) }))),
      ),
    ),
    "5": mixed(
      asked.flatMap((county) =>
        YEARS.flatMap((year) =>
          STAGES.map((stage) => ({
            county,
            on: `${year}-12-31`,
            paidFrom: `${year}-01-01`,
            paidTo: `${year}-12-31`,
            first: 50,
            ...(stage === null ? {} : { stage }),
          })),
        ),
      ),
    ),
    "13": mixed(codes.rows.map(({ value }) => ({ code: value, year: 2020, lastYear: 2019, yearBefore: 2018 }))),
    "46": mixed(
      asked.flatMap((within) =>
        YEARS.flatMap((year) => DAYS.map((day) => ({ within, on: `${year}-${day}`, first: 100 }))),
      ),
    ),
  };
}
