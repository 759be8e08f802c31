import type { SubgraphTransport } from "../transport/transport.js";
import { VersionClock } from "./version-clock.js";

/** Stamps by subgraph; a subgraph that has none, or did not say it, is left out. */
export type Stamps = Readonly<Record<string, string>>;

/** A subgraph that could not say its stamp is not asked for a while: its answers are then not kept. */
const SILENT_MS = 5_000;

interface Source {
  readonly clock: VersionClock;
  silentUntil: number;
}

/** Reads the stamps of subgraphs; those whose data is in one place share its clock. */
export class DataStamps {
  readonly #sources = new Map<string, Source>();
  /** Every subgraph that has a stamp. */
  readonly subgraphs: readonly string[];

  constructor(transports: ReadonlyMap<string, SubgraphTransport>) {
    const shared = new Map<() => Promise<string>, Source>();
    for (const [name, { stamp }] of transports) {
      if (stamp === undefined) continue;
      const source = shared.get(stamp) ?? { clock: new VersionClock(stamp), silentUntil: 0 };
      shared.set(stamp, source);
      this.#sources.set(name, source);
    }
    this.subgraphs = [...this.#sources.keys()];
  }

  /** The stamps as of a moment after this call. */
  async read(subgraphs: Iterable<string>): Promise<Stamps> {
    const readings = new Map<Source, Promise<string | null>>();
    const asked: (readonly [string, Promise<string | null>])[] = [];
    for (const name of subgraphs) {
      const source = this.#sources.get(name);
      if (source === undefined) continue;
      const reading = readings.get(source) ?? this.#readOne(source);
      readings.set(source, reading);
      asked.push([name, reading]);
    }
    const stamps: Record<string, string> = {};
    for (const [name, reading] of asked) {
      const stamp = await reading;
      if (stamp !== null) stamps[name] = stamp;
    }
    return stamps;
  }

  async #readOne(source: Source): Promise<string | null> {
    if (source.silentUntil > Date.now()) return null;
    try {
      return await source.clock.current();
    } catch {
      source.silentUntil = Date.now() + SILENT_MS;
      return null;
    }
  }
}
