import { ask } from "./ask.js";
import { startContestant, type Contestant, type RunningContestant } from "./contestant.js";
import type { BenchCluster, CountyData } from "./data/bench-cluster.js";
import { measure, warmUp, type LoadSettings, type Round } from "./measure.js";
import type { CountyBenchOptions, Extent } from "./options.js";
import { questionsOver, QUESTIONS, type Question, type QuestionName } from "./questions.js";
import { verifyEquality, type Difference } from "./verify.js";

/** What a contestant came to on one size of data. */
export interface ContestantResult {
  readonly name: string;
  /** Milliseconds from its start to its first answer to question 1. */
  readonly firstAnswerMs: number;
  readonly rounds: Readonly<Record<QuestionName, readonly Round[]>>;
  /** Statements PostgreSQL executes for one request, when all caches of texts and plans are warm. */
  readonly statements: Readonly<Record<QuestionName, number>>;
}

/** A size of data, all contestants measured in turn. */
export interface SizeResult {
  readonly counties: number;
  readonly contestants: readonly ContestantResult[];
  /** Distinct sets of variables each question was asked with, in turn. */
  readonly variables: Readonly<Record<QuestionName, number>>;
  readonly differences: readonly Difference[];
}

const perQuestion = <Value>(value: (name: QuestionName) => Value): Record<QuestionName, Value> =>
  Object.fromEntries(QUESTIONS.map((name) => [name, value(name)])) as Record<QuestionName, Value>;

/** Starts everybody on one size, holds their answers against each other, then measures them in turn, round by round. */
export async function compareOnSize(
  data: CountyData,
  contestants: readonly Contestant[],
  {
    cluster,
    settings,
    extent,
    options,
    cores,
  }: {
    readonly cluster: BenchCluster;
    readonly settings: LoadSettings;
    readonly extent: Extent;
    readonly options: CountyBenchOptions;
    readonly cores: string;
  },
): Promise<SizeResult> {
  const { log, port } = options;
  const questions = await questionsOver(data);
  const running: RunningContestant[] = [];
  const firstAnswers: number[] = [];
  try {
    for (const [index, contestant] of contestants.entries()) {
      const started = performance.now();
      const one = await startContestant(contestant, data, port + index * 8, cores);
      running.push(one);
      await ask(one, "1", questions["1"][0] as Question);
      firstAnswers.push(performance.now() - started);
    }
    log(`${data.counties} counties: everybody answers`);
    const differences = await verifyEquality(running, questions, extent);
    log(`${data.counties} counties: ${differences.length} differences in the answers`);

    const rounds = running.map(() => perQuestion<Round[]>(() => []));
    for (const name of extent.questions) {
      for (const one of running) await warmUp(settings, one, name, questions[name], extent.warmSeconds);
    }
    log(`${data.counties} counties: everybody has answered every set of variables`);
    // A question's rounds follow each other, so that everybody meets the same moods of the machine.
    for (const name of extent.questions) {
      for (let round = 1; round <= extent.rounds; round++) {
        for (const [index, one] of running.entries()) {
          rounds[index]?.[name].push(await measure(settings, one, name, questions[name], extent.seconds));
        }
        log(`${data.counties} counties, question ${name}: round ${round} of ${extent.rounds}`);
      }
    }
    const statements: Record<QuestionName, number>[] = [];
    for (const one of running) {
      const counts = perQuestion(() => 0);
      for (const name of extent.questions) {
        const variables = questions[name][1] as Question;
        await ask(one, name, variables);
        counts[name] = await cluster.countStatements(() => ask(one, name, variables));
      }
      statements.push(counts);
    }
    const results = running.map(({ contestant }, index) => ({
      name: contestant.name,
      firstAnswerMs: firstAnswers[index] as number,
      rounds: rounds[index] as Record<QuestionName, Round[]>,
      statements: statements[index] as Record<QuestionName, number>,
    }));
    const variables = perQuestion((name) => questions[name].length);
    return { counties: data.counties, contestants: results, variables, differences };
  } finally {
    for (const one of running) await one.stop();
  }
}
