import { startContestant, type Contestant, type RunningContestant } from "./contestant.js";
import type { CountyData } from "./data/bench-cluster.js";
import { measure, warmUp, type LoadSettings, type Round } from "./measure.js";
import type { Extent } from "./options.js";
import { questionsOver, QUESTIONS, type QuestionName } from "./questions.js";

/** The rounds of one question at each size, in the order of the sizes. */
export type Growth = Readonly<Record<QuestionName, readonly (readonly Round[])[]>>;

/**
 * Asks the questions of the smallest size at every size in turn: what grows is the data around the same county.
 *
 * @param connections few: latency is meant, not the queue before a busy core.
 */
export async function compareGrowth(
  hub: Contestant,
  sizes: readonly CountyData[],
  settings: LoadSettings,
  { questions, rounds, seconds, warmSeconds }: Extent,
  port: number,
  cores: string,
): Promise<Growth> {
  const asked = await questionsOver(sizes[0] as CountyData);
  const growth = Object.fromEntries(QUESTIONS.map((name) => [name, sizes.map((): Round[] => [])])) as Record<
    QuestionName,
    Round[][]
  >;
  const running: RunningContestant[] = [];
  try {
    for (const [index, data] of sizes.entries()) {
      running.push(await startContestant(hub, data, port + index * 8, cores));
    }
    for (const name of questions) {
      for (const one of running) await warmUp(settings, one, name, asked[name], warmSeconds);
      for (let round = 1; round <= rounds; round++) {
        for (const [index, one] of running.entries()) {
          growth[name][index]?.push(await measure(settings, one, name, asked[name], seconds / 2));
        }
      }
    }
    return growth;
  } finally {
    for (const one of running) await one.stop();
  }
}
