import { median, spread, table } from "../report.js";
import type { Growth } from "./compare-growth.js";
import type { ContestantResult, SizeResult } from "./compare-size.js";
import { contestants } from "./contestants.js";
import type { Round } from "./measure.js";
import { QUESTION_TITLES, type QuestionName } from "./questions.js";

type Value = (round: Round) => number;

const rate: Value = ({ requestsPerSecond }) => requestsPerSecond;
const total: Value = ({ ownCpuMs, databaseCpuMs }) => ownCpuMs + databaseCpuMs;
const middle = (rounds: readonly Round[], value: Value): number => median(rounds.map(value));
const noise = (rounds: readonly Round[], value: Value): string => `±${spread(rounds.map(value)).toFixed(0)} %`;
const times = (value: number): string => `${value >= 10 ? value.toFixed(0) : value.toFixed(2)} ×`;

/** How many times one is another: the median of their rounds, each held against the one measured beside it. */
function ratioOf(rounds: readonly Round[], others: readonly Round[], value: Value): number {
  return median(rounds.map((round, index) => value(round) / value(others[index] as Round)));
}

function comparison({ counties, contestants: results, variables }: SizeResult, name: QuestionName): string {
  const rows = results.map((result) => {
    const rounds = result.rounds[name];
    const ratio = (other: ContestantResult | undefined): string =>
      other === undefined ? "" : times(ratioOf(rounds, other.rounds[name], rate));
    const errors = rounds.reduce((sum, round) => sum + round.errors, 0);
    return [
      errors === 0 ? result.name : `${result.name} (${errors} answers with errors)`,
      `${middle(rounds, rate).toFixed(0)} (${noise(rounds, rate)})`,
      ratio(find(results, "stock")),
      ratio(find(results, "hand-written")),
      `${middle(rounds, ({ ownCpuMs }) => ownCpuMs).toFixed(2)} + ${middle(rounds, ({ databaseCpuMs }) => databaseCpuMs).toFixed(2)} ms (${noise(rounds, total)})`,
      `${middle(rounds, ({ p50 }) => p50).toFixed(0)} / ${middle(rounds, ({ p95 }) => p95).toFixed(0)} ms`,
      String(result.statements[name]),
    ];
  });
  const head = [
    "",
    "requests/s",
    "of stock",
    "of hand-written",
    "CPU per request, own + PostgreSQL",
    "p50 / p95",
    "statements",
  ];
  const bytes = results[0]?.rounds[name][0]?.bytes ?? 0;
  const size = counties === 1 ? "1 county" : `${counties} counties`;
  return `#### Question ${name}, ${QUESTION_TITLES[name]}, ${size} (${(bytes / 1_000).toFixed(1)} kB, ${variables[name]} sets of variables in turn)\n\n${table(head, rows)}`;
}

function find(results: readonly ContestantResult[], begin: string): ContestantResult | undefined {
  return results.find(({ name }) => name.startsWith(begin));
}

/** Whether a ratio of requests per second reaches its goal at each size, a row a question; the same in CPU behind it. */
function goalRows(
  goal: string,
  { questions, sizes }: CountyFindings,
  [one, other]: readonly [string, string],
  least: number,
): readonly string[][] {
  return questions.map((name) => {
    const cells = sizes.map(({ contestants: results }) => {
      const [mine, theirs] = [one, other].map(
        (who) => (results.find((result) => result.name === who) ?? find(results, who))?.rounds[name],
      );
      if (mine === undefined || theirs === undefined) return "not measured";
      const ratio = ratioOf(mine, theirs, rate);
      return `${times(ratio)}, CPU ${times(ratioOf(theirs, mine, total))}${ratio >= least ? "" : " (missed)"}`;
    });
    return [`question ${name}: ${goal}`, ...cells];
  });
}

function growthTable({ questions, growth, sizes }: CountyFindings): string {
  const rows = questions.map((name) => {
    const p50 = growth[name].map((rounds) => middle(rounds, (round) => round.p50));
    const last = (p50.at(-1) ?? Number.NaN) / (p50[0] ?? Number.NaN);
    const cells = growth[name].map(
      (rounds, index) => `${(p50[index] ?? 0).toFixed(2)} ms (${noise(rounds, (round) => round.p50)})`,
    );
    return [`question ${name}`, ...cells, `${times(last)}${last <= 1.3 ? "" : " (missed)"}`];
  });
  const heads = sizes.map(({ counties }) => `p50, ${counties} ${counties === 1 ? "county" : "counties"}`);
  return table(["", ...heads, "largest of smallest; goal ≤ 1.3 ×"], rows);
}

function differenceList(sizes: readonly SizeResult[]): string {
  const found = sizes.flatMap(({ counties, differences }) =>
    differences.map((difference) => ({ counties, ...difference })),
  );
  if (found.length === 0) {
    return "Every answer compared before the measuring was the same to the byte; PostGraphile's after its lists were taken out of `nodes`, labels of type codes added and its cursors, opaque as all, left out.";
  }
  const shown = found
    .slice(0, 10)
    .map(
      ({ counties, contestant, question, variables, path, found: was, expected }) =>
        `- ${contestant}, ${counties} counties, question ${question} with \`${JSON.stringify(variables)}\`: \`${path}\` is \`${JSON.stringify(was)?.slice(0, 80)}\`, not \`${JSON.stringify(expected)?.slice(0, 80)}\``,
    );
  return `**${found.length} answers differ:**\n\n${shown.join("\n")}`;
}

/** What the comparison came to, as Markdown. */
export interface CountyFindings {
  readonly questions: readonly QuestionName[];
  readonly sizes: readonly SizeResult[];
  readonly growth: Growth;
  readonly memory: string;
  readonly subgraph: string;
  readonly bare: string;
  readonly preface: string;
}

/** The county part of the report. */
export function renderCounty(findings: CountyFindings): string {
  const { questions, sizes, memory, subgraph, bare, preface } = findings;
  const [hub, cached, services] = contestants.map(({ name }) => name) as [string, string, string];
  const heads = ["goal", ...sizes.map(({ counties }) => `${counties} ${counties === 1 ? "county" : "counties"}`)];
  const goals = [
    ...goalRows("embedded ≥ 10 × stock", findings, [hub, "stock"], 10),
    ...goalRows("as services ≥ 10 × stock", findings, [services, "stock"], 10),
    ...goalRows("embedded ahead of PostGraphile", findings, [hub, "PostGraphile"], 1),
    ...goalRows("embedded ≥ 0.5 × hand-written", findings, [hub, "hand-written"], 0.5),
    ...goalRows("with the cache ≥ 5 × hand-written", findings, [cached, "hand-written"], 5),
  ];
  const starts = sizes
    .at(-1)
    ?.contestants.map(({ name, firstAnswerMs }) => [name, `${(firstAnswerMs / 1_000).toFixed(1)} s`]);
  return [
    preface,
    differenceList(sizes),
    `### Goals\n\n${table(heads, goals)}`,
    ...sizes
      .map((size) => questions.map((name) => comparison(size, name)).join("\n\n"))
      .map((text, index) => (index === 0 ? `### In turn, round by round\n\n${text}` : text)),
    `### The same questions with more counties beside\n\nThe embedded hub without its cache, 4 connections, the first county alone.\n\n${growthTable(findings)}`,
    `### From start to the first answer\n\nQuestion 1, databases running and filled.\n\n${table(["", "seconds"], starts ?? [])}`,
    `### Memory\n\n${memory}`,
    `### One more subgraph\n\n${subgraph}`,
    `### The most one core can do\n\nA node:http server that sends the bytes of an answer.\n\n${bare}`,
  ].join("\n\n");
}
