import { GraphQLError } from "graphql";
import { Random } from "../engine/random.js";

/** How the resolvers of one execution behave: it follows from the seed and the place in the response. */
export interface Faults {
  readonly seed: number;
  /** Share of values that are wrong, from 0 to 1. */
  readonly rate: number;
  /** Share of values that are promises. */
  readonly promises: number;
  /** Told of every call of a resolver. */
  readonly note: (line: string) => void;
}

/** The same random choices for the same place, whoever asks and when. */
export function randomAt({ seed }: Faults, place: string): Random {
  let hash = seed;
  for (const character of place) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) | 0;
  return new Random(hash);
}

/** What `valid` gives or, as often as the faults say, something else; now or later. May throw. */
export function behave(faults: Faults, place: string, valid: () => unknown): unknown {
  const random = randomAt(faults, place);
  const make = (): unknown => (random.chance(faults.rate) ? fault(random, place) : valid());
  return random.chance(faults.promises) ? handled(later(random.below(6), make)) : make();
}

/** As {@link behave}, but a throw is rejected or is an Error: a list cannot throw for one of its items. */
export function behaveQuietly(faults: Faults, place: string, valid: () => unknown): unknown {
  try {
    return behave(faults, place, valid);
  } catch (error) {
    return place.length % 2 === 0 ? new Error(`item: ${String(error)}`) : handled(Promise.reject(error));
  }
}

/** The value some microtasks later, or after the next turn of the event loop. */
export async function later<T>(ticks: number, make: () => T): Promise<T> {
  // Each tick must be one of its own.
  // oxlint-disable-next-line unicorn/no-unnecessary-await
  for (let tick = 0; tick < ticks; tick++) await null;
  if (ticks === 5) await new Promise((resolve) => setImmediate(resolve));
  return make();
}

/** A promise nobody asks for may fail too. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

function fault(random: Random, place: string): unknown {
  switch (random.below(10)) {
    case 0:
      throw new Error(`broken at ${place}`);
    case 1:
      // What is thrown need not be an Error.
      // oxlint-disable-next-line typescript/only-throw-error
      throw `a text at ${place}`;
    case 2:
      return new Error(`given at ${place}`);
    case 3:
      throw new GraphQLError(`graphql at ${place}`, { extensions: { code: "BROKEN" } });
    case 4:
      return new FailingThenable(place);
    case 5:
      return random.pick(WRONG);
    case 6:
      return asyncItems();
    case 7:
      return failingItems(place);
    default:
      return random.chance(0.5) ? null : undefined;
  }
}

const WRONG = [Number.NaN, "", [], {}, true, 4, 6, 1.5, 2 ** 40, Symbol.iterator, () => "called", new Map([[1, 2]])];

class FailingThenable {
  constructor(readonly place: string) {}

  // oxlint-disable-next-line unicorn/no-thenable
  then(_resolve: unknown, reject: (reason: unknown) => void): void {
    reject(new Error(`thenable at ${this.place}`));
  }
}

async function* asyncItems(): AsyncGenerator<number> {
  yield 1;
}

function* failingItems(place: string): Generator<number> {
  yield 1;
  throw new Error(`iterator at ${place}`);
}
