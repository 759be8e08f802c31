import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const programs = fileURLToPath(new URL("../../gateway/embedded/dist/", import.meta.url));
const START_LIMIT_MS = 180_000;

/** What a process said and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program of the hub as a user starts it. */
export interface HubProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Waits for a line of standard output; throws, with all that was said, when the process ends first. */
  line(text: string): Promise<void>;
  stdout(): string;
  /** Process ids of the services it started. */
  services(): number[];
}

/** A folder for the hub's data that goes away with the test. */
export interface DataFolder extends Disposable {
  readonly path: string;
  /** Processes of this machine that have the folder among their arguments. */
  processes(): string[];
}

interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  readonly args: string;
}

/** Every process of this machine; read from /proc where there is one, as `ps` is not everywhere. */
function processes(): RunningProcess[] {
  if (!existsSync("/proc/self/stat")) {
    const lines = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
    return lines.map((line) => {
      const [, pid, parent, args = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return { pid: Number(pid), parent: Number(parent), args };
    });
  }
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const parent = Number(
          readFileSync(`/proc/${name}/stat`, "utf8")
            .replace(/^.*\) \S+ /s, "")
            .split(" ")[0],
        );
        return [
          { pid: Number(name), parent, args: readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ") },
        ];
      } catch {
        // It ended meanwhile.
        return [];
      }
    });
}

/** Starts `gateway/embedded/dist/<program>.js`. */
export function runProgram(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): HubProcess {
  const child = spawn(process.execPath, [`${programs}${program}.js`, ...args], {
    env: { ...process.env, NODE_OPTIONS: "", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  const waiting = new Set<() => void>();
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    waiting.forEach((look) => look());
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const ended = new Promise<Ended>((resolve) => child.once("close", (code) => resolve({ code, stdout, stderr })));

  const line = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const fail = (how: string) => reject(new Error(`${program} ${how} before "${text}":\n${stdout}\n${stderr}`));
      const timer = setTimeout(() => fail("took too long"), START_LIMIT_MS);
      const look = () => {
        if (!stdout.includes(text)) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
      void ended.then(() => fail("ended"));
    });
  const services = () =>
    processes()
      .filter(({ parent, args }) => parent === child.pid && /dist\/main\.js\s*$/.test(args))
      .map(({ pid }) => pid);
  return { child, ended, line, stdout: () => stdout, services };
}

/** Makes an empty data folder. */
export function dataFolder(): DataFolder {
  const path = mkdtempSync(join(tmpdir(), "hub-lifecycle-"));
  return {
    path,
    processes: () =>
      processes()
        .map(({ args }) => args)
        .filter((args) => args.includes(path)),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** A port nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Ports for a hub of services. */
export async function servicePorts(): Promise<Record<string, string>> {
  const names = ["PORT", "SCHOOLS_PORT", "PERSONNEL_PORT", "FUNDING_PORT", "INSPECTION_PORT", "INDICATORS_PORT"];
  const ports: Record<string, string> = {};
  for (const name of names) ports[name] = String(await freePort());
  return ports;
}
