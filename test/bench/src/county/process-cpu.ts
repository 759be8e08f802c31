import { readdirSync, readFileSync } from "node:fs";

const TICKS_PER_SECOND = 100;

interface ProcessFacts {
  readonly parent: number;
  /** CPU seconds, those of ended children included. */
  readonly seconds: number;
  /** Resident bytes, those it shares with its relatives included. */
  readonly resident: number;
}

function factsOf(pid: string): ProcessFacts | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { parent: Number(fields[1]), seconds: ticks / TICKS_PER_SECOND, resident: Number(fields[21]) * 4096 };
  } catch {
    return null;
  }
}

/** What a process and all it started have used. NaN where the system does not tell. */
export interface Usage {
  readonly cpuSeconds: number;
  readonly residentBytes: number;
}

/** Reads the CPU time and memory of a process with its descendants. */
export function usageOf(pid: number): Usage {
  if (process.platform !== "linux") return { cpuSeconds: Number.NaN, residentBytes: Number.NaN };
  const all = new Map<number, ProcessFacts>();
  for (const name of readdirSync("/proc")) {
    const facts = /^\d+$/.test(name) ? factsOf(name) : null;
    if (facts !== null) all.set(Number(name), facts);
  }
  const belongs = (id: number): boolean => id === pid || (all.has(id) && belongs(all.get(id)?.parent ?? 0));
  const own = [...all].filter(([id]) => belongs(id)).map(([, facts]) => facts);
  return {
    cpuSeconds: own.reduce((sum, facts) => sum + facts.seconds, 0),
    residentBytes: own.reduce((sum, facts) => sum + facts.resident, 0),
  };
}
