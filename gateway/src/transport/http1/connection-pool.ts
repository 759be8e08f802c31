import { Connection, type Origin, type Sending } from "./connection.js";
import { HeadMemory } from "./head-memory.js";

/** A request that has not found a connection yet, or has. */
export interface PooledSending extends Sending {
  /** Whether it has ended while it waited. */
  readonly settled: boolean;
  /** Told which connection serves it, to be destroyed if it ends early. */
  started(connection: Connection): void;
}

/** So many may wait before those who gave up are looked for. */
const FIRST_CLEARING = 1_024;

/** Connections to one server, bounded in number; requests beyond wait their turn. */
export class ConnectionPool {
  readonly host: string;
  readonly #origin: Origin;
  readonly #size: number;
  readonly #all = new Set<Connection>();
  readonly #idle: Connection[] = [];
  #waiting: PooledSending[] = [];
  #clearAt = FIRST_CLEARING;
  #closed = false;

  /** `url`: http or https; only its origin counts. */
  constructor(url: URL, size: number) {
    const secure = url.protocol === "https:";
    this.host = url.host;
    this.#origin = {
      secure,
      host: url.hostname.replace(/^\[|\]$/g, ""),
      port: Number(url.port) || (secure ? 443 : 80),
      heads: new HeadMemory(),
    };
    this.#size = size;
  }

  send(sending: PooledSending): void {
    if (this.#closed) {
      sending.failed(new Error("closed"), false);
      return;
    }
    const connection = this.#takeIdle() ?? this.#open();
    if (connection === undefined) {
      this.#wait(sending);
    } else {
      this.#start(connection, sending);
    }
  }

  /** Ends all connections and whatever runs over them. */
  destroy(): void {
    this.#closed = true;
    for (const sending of this.#waiting.splice(0)) sending.failed(new Error("closed"), false);
    for (const connection of this.#all) connection.destroy();
  }

  /** The one used last, as the others may then go. */
  #takeIdle(): Connection | undefined {
    const now = performance.now();
    for (let connection = this.#idle.pop(); connection !== undefined; connection = this.#idle.pop()) {
      if (connection.usableAt(now)) return connection;
      connection.destroy();
    }
    return undefined;
  }

  #open(): Connection | undefined {
    if (this.#all.size >= this.#size) return undefined;
    const connection = new Connection(this.#origin, this.#released, this.#gone);
    this.#all.add(connection);
    return connection;
  }

  #start(connection: Connection, sending: PooledSending): void {
    sending.started(connection);
    connection.send(sending);
  }

  /** Requests that ended while they waited are dropped whenever they may be half of all: a dead server costs no memory. */
  #wait(sending: PooledSending): void {
    if (this.#waiting.length >= this.#clearAt) {
      this.#waiting = this.#waiting.filter(({ settled }) => !settled);
      this.#clearAt = Math.max(FIRST_CLEARING, 2 * this.#waiting.length);
    }
    this.#waiting.push(sending);
  }

  #nextWaiting(): PooledSending | undefined {
    let next = this.#waiting.shift();
    while (next?.settled === true) next = this.#waiting.shift();
    return next;
  }

  readonly #released = (connection: Connection): void => {
    const next = this.#nextWaiting();
    if (next !== undefined) {
      this.#start(connection, next);
      return;
    }
    this.#idle.push(connection);
    const [oldest] = this.#idle;
    if (oldest !== undefined && oldest !== connection && !oldest.usableAt(performance.now())) {
      this.#idle.shift();
      oldest.destroy();
    }
  };

  readonly #gone = (connection: Connection): void => {
    this.#all.delete(connection);
    const place = this.#idle.indexOf(connection);
    if (place !== -1) this.#idle.splice(place, 1);
    const next = this.#closed ? undefined : this.#nextWaiting();
    if (next !== undefined) this.send(next);
  };
}
