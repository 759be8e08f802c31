import type { SubgraphTransport } from "../transport/transport.js";
import { AnswerCache, type AnswerCounts } from "./answer-cache.js";
import { DataStamps } from "./data-stamps.js";
import { EntityCache, type EntityCounts } from "./entity-cache.js";

/** Counts of both caches; zeros when nothing is kept. */
export interface KeptCounts {
  readonly answers: AnswerCounts;
  readonly entities: EntityCounts;
}

/** What a hub keeps of its answers. */
export interface KeptAnswers {
  /** Whole answers; null when nothing is kept. */
  readonly cache: { readonly answers: AnswerCache; readonly stamps: DataStamps } | null;
  /** The ways to the subgraphs, with answers about entities kept. */
  readonly transports: ReadonlyMap<string, SubgraphTransport>;
  counts(): KeptCounts;
}

/** Part of the bytes that answers about single entities may take. */
const ENTITY_SHARE = 0.25;

const NOTHING: KeptCounts = {
  answers: { kept: 0, shared: 0, made: 0, bytes: 0, answers: 0 },
  entities: { kept: 0, asked: 0, bytes: 0, entities: 0 },
};

/** Makes the caches of a hub, within `maxBytes` together; none at all for 0 or when no subgraph has a stamp. */
export function createKeptAnswers(transports: ReadonlyMap<string, SubgraphTransport>, maxBytes: number): KeptAnswers {
  const stamps = new DataStamps(transports);
  if (maxBytes === 0 || stamps.subgraphs.length === 0) return { cache: null, transports, counts: () => NOTHING };
  const entities = new EntityCache({ maxBytes: Math.ceil(maxBytes * ENTITY_SHARE) });
  const answers = new AnswerCache({ maxBytes: Math.ceil(maxBytes * (1 - ENTITY_SHARE)) });
  return {
    cache: { answers, stamps },
    transports: new Map([...transports].map(([name, transport]) => [name, entities.over(transport)])),
    counts: () => ({ answers: answers.counts, entities: entities.counts }),
  };
}
