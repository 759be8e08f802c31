/** How long a subgraph may fail before requests stop waiting for it, and how long until one is let through again. */
export interface CircuitBreakerOptions {
  /** Failures without a success in between, lasting at least this long (milliseconds), open the breaker. */
  readonly openAfterMs: number;
  /** And at least so many of them. */
  readonly failures: number;
  /** An open breaker lets one request through each such interval (milliseconds). */
  readonly probeEveryMs: number;
}

/** Remembers whether a subgraph answers, so that a dead one is not waited for by every request. */
export class CircuitBreaker {
  readonly #options: CircuitBreakerOptions;
  #failures = 0;
  #failingSince = 0;
  #nextProbe = 0;

  constructor(options: CircuitBreakerOptions) {
    this.#options = options;
  }

  get open(): boolean {
    return this.#nextProbe > 0;
  }

  /** Whether a request may go out now. */
  allows(now = Date.now()): boolean {
    if (this.#nextProbe === 0) {
      return true;
    }
    if (now < this.#nextProbe) {
      return false;
    }
    this.#nextProbe = now + this.#options.probeEveryMs;
    return true;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#nextProbe = 0;
  }

  failed(now = Date.now()): void {
    this.#failingSince = this.#failures === 0 ? now : this.#failingSince;
    this.#failures += 1;
    if (this.#failures >= this.#options.failures && now - this.#failingSince >= this.#options.openAfterMs) {
      this.#nextProbe = now + this.#options.probeEveryMs;
    }
  }
}
