import type { Client } from "@hub/plain-lane";

/** Work that several clients wait for; it is cancelled when none is left. */
interface Running<T> {
  readonly result: Promise<T>;
  readonly cancel: () => void;
  waiting: number;
}

/** Queries that are being answered: an equal one that comes meanwhile waits for the same answer. */
export class RunningQueries<T> {
  readonly #running = new Map<string, Running<T>>();
  /** Controllers of work that ended: nothing listens to them any more, and a new one costs more than a short query. */
  readonly #idle: AbortController[] = [];

  /** Joins the query of this name, for as long as the client stays; undefined when none is running. */
  join(name: string, client: Client): Promise<T> | undefined {
    const running = this.#running.get(name);
    return running && this.#wait(running, client);
  }

  /** Starts a query others may join. Work that ends well must have nothing left that listens to its signal. */
  start(name: string, client: Client, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = this.#idle.pop() ?? new AbortController();
    const result = work(controller.signal);
    let over = false;
    const end = (): void => {
      over = true;
      this.#forget(name, running);
    };
    const cancel = (): void => {
      // Once the work is over its controller may be another's.
      if (over) return;
      end();
      controller.abort();
    };
    const running: Running<T> = { result, cancel, waiting: 0 };
    this.#running.set(name, running);
    result.then(() => {
      if (!over) this.#idle.push(controller);
      end();
    }, end);
    return this.#wait(running, client);
  }

  #forget(name: string, running: Running<T>): void {
    if (this.#running.get(name) === running) {
      this.#running.delete(name);
    }
  }

  #wait(running: Running<T>, client: Client): Promise<T> {
    running.waiting += 1;
    client.onLeave(() => {
      running.waiting -= 1;
      if (running.waiting === 0) {
        running.cancel();
      }
    });
    return running.result;
  }
}
