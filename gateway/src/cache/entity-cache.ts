import { LRUCache } from "lru-cache";
import type { HubContext } from "../hub-context.js";
import type { SubgraphRequest, SubgraphResult, SubgraphTransport } from "../transport/transport.js";
import { fieldOf, joined, reduced, relocated, sizeOf, splitVariables, type EntityPart } from "./entity-parts.js";

/** Counts of entities since the start. */
export interface EntityCounts {
  /** Answered from what was kept. */
  readonly kept: number;
  /** Asked of a subgraph. */
  readonly asked: number;
  readonly bytes: number;
  readonly entities: number;
}

interface Entry {
  readonly stamp: string;
  readonly entity: unknown;
}

interface KeyedPart extends EntityPart {
  readonly keys: readonly string[];
}

/** A request about more entities than this is not looked up one by one: it would cost more than it saves. */
const MOST_ENTITIES = 500;

/** A representation that brings much of what it is computed from with it is cheaper to compute than to look up. */
const LONGEST_REPRESENTATION = 1_000;

const QUESTIONS = 2_000;
/** Of all questions together: one may bring a long text and long lists. */
const QUESTION_CHARACTERS = 4_000_000;
const BOOKKEEPING_BYTES = 300;

/**
 * What one subgraph said about one entity: kept by text, variables, viewer's scope and representation, and sent again
 * only while the subgraph's data is as it was.
 *
 * Only the entities not known are asked for. An answer with errors is passed on and not kept.
 */
export class EntityCache {
  readonly #entries: LRUCache<string, Entry>;
  /** Short names of questions: text, variables and scope are long, and the same for all entities of a request. */
  readonly #questions = new LRUCache<string, string>({
    max: QUESTIONS,
    maxSize: QUESTION_CHARACTERS,
    sizeCalculation: (_name, question) => question.length + 1,
  });
  #named = 0;
  #kept = 0;
  #asked = 0;

  constructor({ maxBytes }: { readonly maxBytes: number }) {
    this.#entries = new LRUCache<string, Entry>({
      maxSize: maxBytes,
      sizeCalculation: ({ entity }, key) => sizeOf(entity) + 2 * key.length + BOOKKEEPING_BYTES,
    });
  }

  get counts(): EntityCounts {
    const { calculatedSize: bytes, size: entities } = this.#entries;
    return { kept: this.#kept, asked: this.#asked, bytes, entities };
  }

  /** The transport with this cache before it. Calls that do not say how their data stands go through. */
  over(transport: SubgraphTransport): SubgraphTransport {
    const { subgraph, stamp } = transport;
    if (stamp === undefined) return transport;
    return {
      subgraph,
      stamp,
      ready: () => transport.ready(),
      close: () => transport.close(),
      execute: async (request, call) => {
        const { kept } = call as Partial<HubContext>;
        const now = kept?.stamps[subgraph];
        const parts = now === undefined ? null : this.#lookUp(request, `${subgraph} ${kept?.scope}`, now);
        if (now === undefined || parts === null) return transport.execute(request, call);
        if (parts.every(({ missing }) => missing.length === 0)) return { data: joined(parts, {}) };
        return this.#complete(parts, await transport.execute(reduced(request, parts), call), now);
      },
    };
  }

  #lookUp(request: SubgraphRequest, scope: string, now: string): readonly KeyedPart[] | null {
    const { lists, others } = splitVariables(request.variables ?? {});
    const entities = lists.reduce((sum, [, list]) => sum + list.length, 0);
    if (request.kind === "mutation" || entities === 0 || entities > MOST_ENTITIES) return null;
    const [first] = lists.flatMap(([, list]) => list);
    if (JSON.stringify(first).length > LONGEST_REPRESENTATION) return null;
    const question = this.#nameOf(`${scope} ${request.query} ${JSON.stringify(others)}`);
    return lists.map(([variable, representations]) => {
      const keys = representations.map((entity) => `${question} ${variable} ${JSON.stringify(entity)}`);
      const known = keys.map((key) => {
        const entry = this.#entries.get(key);
        return entry?.stamp === now ? entry : undefined;
      });
      const missing = known.flatMap((entry, place) => (entry === undefined ? [place] : []));
      this.#asked += missing.length;
      this.#kept += keys.length - missing.length;
      return { variable, field: fieldOf(variable), representations, keys, known, missing };
    });
  }

  #nameOf(question: string): string {
    const known = this.#questions.get(question);
    if (known !== undefined) return known;
    this.#named += 1;
    const name = this.#named.toString(36);
    this.#questions.set(question, name);
    return name;
  }

  /** Puts what was asked beside what was kept, and keeps it when nothing is wrong with it. */
  #complete(parts: readonly KeyedPart[], { data, errors = [] }: SubgraphResult, stamp: string): SubgraphResult {
    const moved = errors.length === 0 ? {} : { errors: relocated(parts, errors) };
    const whole = parts.every(({ field, missing }) => {
      const list = data?.[field];
      return Array.isArray(list) && list.length === missing.length;
    });
    if (!whole) return { data: data ?? null, ...moved };
    for (const { field, keys, missing } of errors.length === 0 ? parts : []) {
      const entities = data?.[field] as readonly unknown[];
      missing.forEach((place, index) => {
        this.#entries.set(keys[place] as string, { stamp, entity: entities[index] });
      });
    }
    return { data: joined(parts, data ?? {}), ...moved };
  }
}
