/** A frame of a CPU profile, as V8 writes it. */
interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

/** A CPU profile, as V8 writes it; times in microseconds. */
export interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** A part of the gateway and its share of the CPU time, 0 to 1. */
export interface PartOfTime {
  readonly part: string;
  readonly share: number;
}

const SOCKET_WRITES = new Set(["writeLatin1String", "writeUtf8String", "writeBuffer", "writev"]);

/** The first that a frame or one of its callers fits names its part. */
const PARTS: readonly (readonly [part: string, fits: (frame: ProfileNode["callFrame"]) => boolean])[] = [
  ["garbage collection", ({ functionName }) => functionName === "(garbage collector)"],
  ["writing to sockets (the kernel's part)", ({ functionName }) => SOCKET_WRITES.has(functionName)],
  [
    "parsing the subgraphs' JSON",
    ({ functionName, url }) => functionName === "readResult" && url.includes("/transport/"),
  ],
  ["HTTP towards subgraphs", ({ url }) => url.includes("/transport/")],
  ["the engine", ({ url }) => url.includes("/engine/")],
  ["HTTP towards clients, limits", ({ url }) => /\/(plain-lane|standalone|limits)\//.test(url)],
];

/** Where the time of a profile's last `seconds` went, the largest part first; idle time is not counted. */
export function partsOfTime({ nodes, samples, timeDeltas }: CpuProfile, seconds: number): readonly PartOfTime[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const callers = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const partOf = (id: number): string => {
    for (const [part, fits] of PARTS) {
      for (let at: number | undefined = id; at !== undefined; at = callers.get(at)) {
        if (fits((byId.get(at) as ProfileNode).callFrame)) return part;
      }
    }
    return "the rest of Node";
  };
  const times = new Map<string, number>();
  let left = seconds * 1e6;
  let total = 0;
  for (let index = samples.length - 1; index >= 0 && left > 0; index--) {
    const id = samples[index] as number;
    const time = timeDeltas[index] as number;
    left -= time;
    if (byId.get(id)?.callFrame.functionName === "(idle)") continue;
    const part = partOf(id);
    times.set(part, (times.get(part) ?? 0) + time);
    total += time;
  }
  return [...times]
    .map(([part, time]) => ({ part, share: time / total }))
    .toSorted((one, other) => other.share - one.share);
}
