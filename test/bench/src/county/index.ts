import { execFileSync } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { ask } from "./ask.js";
import { compareGrowth } from "./compare-growth.js";
import { compareOnSize, type SizeResult } from "./compare-size.js";
import { startContestant } from "./contestant.js";
import { contestants } from "./contestants.js";
import { startBenchCluster, type CountyData } from "./data/bench-cluster.js";
import { startLoadProcess } from "./load-process.js";
import { FULL, QUICK, type CountyBenchOptions, type Section } from "./options.js";
import { bareFigures, memoryFigures, subgraphFigures, type OtherFigures } from "./other-figures.js";
import { installPostgraphile } from "./postgraphile/install.js";
import { questionsOver, type Question, type QuestionName } from "./questions.js";
import { renderCounty } from "./render.js";

export type { CountyBenchOptions, Section } from "./options.js";
export { QUESTIONS } from "./questions.js";

const SERVER_CORE = "0";
const LOAD_CORE = "1";

const hub = contestants[0] as (typeof contestants)[number];

/** The answer of the hub to each question, with the first of its sets of variables. */
async function answersOf(
  data: CountyData,
  names: readonly QuestionName[],
  port: number,
): Promise<ReadonlyMap<QuestionName, string>> {
  const questions = await questionsOver(data);
  const running = await startContestant(hub, data, port, SERVER_CORE);
  try {
    const answer = async (name: QuestionName): Promise<readonly [QuestionName, string]> => [
      name,
      JSON.stringify({ data: await ask(running, name, questions[name][0] as Question) }),
    ];
    return new Map(await Promise.all(names.map(answer)));
  } finally {
    await running.stop();
  }
}

/**
 * The county questions, asked of the hub, the stock stack, PostGraphile and a hand-written program: the same records,
 * the same answers. Loads the databases at first, which takes some minutes.
 */
export async function runCountyBench(options: CountyBenchOptions): Promise<Section> {
  const { quick, folder, port, connections, log } = options;
  const extent = { ...(quick ? QUICK : FULL), ...options.extent };
  const installed = installPostgraphile(log);
  const present = contestants.filter(({ name }) => installed || !name.startsWith("PostGraphile"));
  const cluster = await startBenchCluster({ folder: join(folder, "data"), port: port + 50, sizes: extent.sizes, log });
  // What runs for a request shares one core, the load has the other: a request's whole price is on one side.
  if (process.platform === "linux") execFileSync("taskset", ["-cp", SERVER_CORE, String(cluster.pid)]);
  const load = startLoadProcess(LOAD_CORE);
  const settings = { load, databasePid: cluster.pid, connections };
  try {
    const [loadBefore = 0] = loadavg();
    const sizes: SizeResult[] = [];
    for (const data of cluster.data) {
      sizes.push(await compareOnSize(data, present, { cluster, settings, extent, options, cores: SERVER_CORE }));
    }
    log("The same questions with more counties beside");
    const few = { ...settings, connections: 4 };
    const growth = await compareGrowth(hub, cluster.data, few, extent, port, SERVER_CORE);
    const data = cluster.data[0] as CountyData;
    const questions = await questionsOver(data);
    const other: OtherFigures = {
      hub,
      data,
      questions,
      asked: extent.questions,
      settings,
      port,
      cores: SERVER_CORE,
      folder,
      seconds: extent.seconds,
      log,
    };
    log("One more subgraph, bare server");
    const subgraph = await subgraphFigures(other);
    const bare = await bareFigures(other, await answersOf(data, extent.questions, port));
    log(`Memory: up to ${extent.operations.toLocaleString("en")} distinct operations`);
    const memory = await memoryFigures(other, extent.operations);
    const [cpu] = cpus();
    const preface = `${extent.rounds} alternating rounds of ${extent.seconds} s for each contestant and question, longer where one pass over all sets of variables takes longer, ${connections} connections, the variables of all (counties, years, stages, days, schools; how many sets stands with each question) in turn, everybody asked with each set before, each question for ${extent.warmSeconds} s at least; nothing is written meanwhile. PostGraphile and the hand-written program read one database with the owners' tables and indexes, without the sums the hub keeps for itself. Medians with half the range; ratios are medians of what each round came to beside the other's. Node ${process.version}, ${cpus().length} cores (${cpu?.model.trim() ?? "unknown"}); contestant and PostgreSQL together on core ${SERVER_CORE}, the load on core ${LOAD_CORE}; load average of the machine before: ${loadBefore.toFixed(1)}. Made by \`npm run bench:county --workspace=@hub/bench${quick ? " -- --quick" : ""}\`.`;
    return {
      title: "County questions",
      markdown: renderCounty({ questions: extent.questions, sizes, growth, memory, subgraph, bare, preface }),
    };
  } finally {
    load.close();
    await cluster.close();
  }
}
