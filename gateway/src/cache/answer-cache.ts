import { LRUCache } from "lru-cache";
import type { AnswerBody } from "../http/answer-body.js";
import type { Stamps } from "./data-stamps.js";

/** What an answer's place in the cache is made of. */
export interface AnswerKey {
  /** The operation: its text and name, or a digest of them. */
  readonly operation: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Roles, scopes and area of the viewer: what decides which rows and fields there are. */
  readonly scope: string;
}

/** What making an answer gives. */
export interface MadeAnswer {
  readonly status: number;
  readonly body: AnswerBody;
  /** Whether it may be sent to others: one with errors may not. */
  readonly keep: boolean;
  /** Subgraphs that were asked for it. Their data alone decides what it says. */
  readonly touched: readonly string[];
}

/** An answer and where it came from. */
export interface FoundAnswer {
  readonly answer: MadeAnswer;
  readonly from: "kept" | "shared" | "made";
}

/** Counts since the start. */
export interface AnswerCounts {
  readonly kept: number;
  readonly shared: number;
  readonly made: number;
  readonly bytes: number;
  readonly answers: number;
}

interface Entry {
  readonly answer: MadeAnswer;
  readonly stamps: Stamps;
}

/** Key of an entry, its stamps and its place in the list cost this much beside their texts. */
const BOOKKEEPING_BYTES = 400;

/**
 * Whole answers, exact: an answer is kept with the stamps its subgraphs' data had before it was made, and sent again only
 * while they have them still. So a change is seen by the next request.
 *
 * Bounded in bytes; the least recently used answers go first. An answer being made is shared by those who ask the same
 * meanwhile, as long as the data has not changed in between.
 */
export class AnswerCache {
  readonly #entries: LRUCache<string, Entry>;
  readonly #making = new Map<string, Promise<MadeAnswer>>();
  #kept = 0;
  #shared = 0;
  #made = 0;

  constructor({ maxBytes }: { readonly maxBytes: number }) {
    this.#entries = new LRUCache<string, Entry>({
      maxSize: maxBytes,
      // A compressed form may be kept beside the plain one and is smaller.
      sizeCalculation: ({ answer }, key) => 2 * answer.body.plain.length + 2 * key.length + BOOKKEEPING_BYTES,
    });
  }

  /**
   * The answer, from the cache or made now. `stamps` were read after the request came in; an answer is kept only if they
   * cover all it touched. A failure to make it reaches the one who made it; those who shared make their own.
   */
  async answer(key: AnswerKey, stamps: Stamps, make: () => Promise<MadeAnswer>): Promise<FoundAnswer> {
    const text = keyText(key);
    const known = this.#entries.get(text);
    if (known !== undefined && agrees(known.stamps, stamps)) {
      this.#kept += 1;
      return { answer: known.answer, from: "kept" };
    }
    const sharing = `${text}${JSON.stringify(stamps)}`;
    const running = await this.#making.get(sharing)?.catch(() => undefined);
    if (running?.keep === true && stampsOf(running, stamps) !== null) {
      this.#shared += 1;
      return { answer: running, from: "shared" };
    }
    this.#made += 1;
    const making = make();
    this.#making.set(sharing, making);
    try {
      const answer = await making;
      const own = answer.keep ? stampsOf(answer, stamps) : null;
      if (own !== null) this.#entries.set(text, { answer, stamps: own });
      return { answer, from: "made" };
    } finally {
      if (this.#making.get(sharing) === making) this.#making.delete(sharing);
    }
  }

  get counts(): AnswerCounts {
    return {
      kept: this.#kept,
      shared: this.#shared,
      made: this.#made,
      bytes: this.#entries.calculatedSize,
      answers: this.#entries.size,
    };
  }
}

/** The stamps of what an answer touched; null when one is not known. */
function stampsOf({ touched }: MadeAnswer, stamps: Stamps): Stamps | null {
  const own: Record<string, string> = {};
  for (const name of touched) {
    const stamp = stamps[name];
    if (stamp === undefined) return null;
    own[name] = stamp;
  }
  return own;
}

function agrees(kept: Stamps, now: Stamps): boolean {
  for (const name in kept) if (kept[name] !== now[name]) return false;
  return true;
}

function keyText({ operation, variables, scope }: AnswerKey): string {
  return JSON.stringify([operation, sorted(variables), scope]);
}

/** The same variables in another order are the same question; the order of a list is part of its meaning. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
}
