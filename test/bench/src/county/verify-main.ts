import { startBenchCluster } from "./data/bench-cluster.js";
import { startContestant, type RunningContestant } from "./contestant.js";
import { contestants } from "./contestants.js";
import { questionsOver } from "./questions.js";
import { verifyEquality } from "./verify.js";
const size = Number(process.argv[2] ?? 1), sample = Number(process.argv[3] ?? 24), only = (process.argv[4] ?? "0,3,4").split(",").map(Number);
const cluster = await startBenchCluster({ folder: "/tmp/county-bench/data", port: 4950, sizes: [size], log: console.log });
const running: RunningContestant[] = [];
try {
  const data = cluster.data[0]!;
  for (const [i, c] of contestants.entries()) if (only.includes(i)) { const r = await startContestant(c, data, 4900 + i * 8, "0,1"); running.push(r); console.log(c.name, Math.round(r.startMs)); }
  const q = await questionsOver(data);
  const d = await verifyEquality(running, q, sample);
  console.log(d.length, "differences"); for (const x of d.slice(0, 12)) console.log(JSON.stringify(x).slice(0, 700));
  if (process.argv[5] === "stay") { console.log("staying"); const t = setInterval(() => {}, 1e6); await new Promise((r) => process.once("SIGTERM", r)); clearInterval(t); }
} finally { for (const r of running) await r.stop(); await cluster.close(); }
