import { HubError } from "@hub/schema";

/** How much a process takes on at a time. */
export interface AdmissionLimits {
  /** Operations that run at a time. */
  readonly running: number;
  /** Operations that wait for one of them to end. */
  readonly waiting: number;
  /** Longest one waits, milliseconds. */
  readonly waitMs: number;
}

/** Enough to keep every connection to the databases busy, few enough that an accepted operation is answered soon. */
export const DEFAULT_ADMISSION: AdmissionLimits = { running: 64, waiting: 128, waitMs: 2_000 };

const RETRY_AFTER_SECONDS = "1";

interface Waiting {
  readonly enter: () => void;
  readonly refuse: (error: HubError) => void;
}

/** Lets so many operations run, a few more wait, and refuses the rest at once, so that those accepted stay fast. */
export class Admission {
  readonly #limits: AdmissionLimits;
  readonly #waiting = new Set<Waiting>();
  #running = 0;
  #refused = 0;

  constructor(limits: AdmissionLimits) {
    this.#limits = limits;
  }

  /** Whether the next operation would be refused. */
  get full(): boolean {
    return this.#running >= this.#limits.running && this.#waiting.size >= this.#limits.waiting;
  }

  get counts(): { readonly running: number; readonly waiting: number; readonly refused: number } {
    return { running: this.#running, waiting: this.#waiting.size, refused: this.#refused };
  }

  /**
   * Runs `work` when there is room. `signal` fires when the client leaves: a waiting operation then gives its place up.
   *
   * Throws OVERLOADED with Retry-After when there is no room, or none in time.
   */
  async run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    if (this.#running >= this.#limits.running) await this.#wait(signal);
    else this.#running += 1;
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  #wait(signal: AbortSignal): Promise<void> {
    if (this.full) throw this.#overloaded("no room to wait");
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        clearTimeout(timer);
        signal.removeEventListener("abort", left);
        this.#waiting.delete(place);
      };
      const place: Waiting = {
        enter: () => (settle(), resolve()),
        refuse: (error) => (settle(), reject(error)),
      };
      const left = (): void => place.refuse(this.#overloaded("a client that left"));
      const timer = setTimeout(
        () => place.refuse(this.#overloaded(`no end of one within ${this.#limits.waitMs} ms`)),
        this.#limits.waitMs,
      );
      signal.addEventListener("abort", left);
      this.#waiting.add(place);
    });
  }

  /** Hands the place on: the one that waits longest enters without anyone coming between. */
  #leave(): void {
    const [next] = this.#waiting;
    if (next === undefined) this.#running -= 1;
    else next.enter();
  }

  #overloaded(found: string): HubError {
    this.#refused += 1;
    const message = `Hub: found ${this.#limits.running} operations running and ${found}; expected fewer at a time.`;
    return new HubError("OVERLOADED", message, {
      http: { status: 503, headers: new Map([["retry-after", RETRY_AFTER_SECONDS]]) },
    });
  }
}
