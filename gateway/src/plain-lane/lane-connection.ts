import type { Socket } from "node:net";
import { KEEP_ALIVE_SECONDS, writePlainAnswer, type PlainAnswer } from "./plain-answer.js";
import { readPlainRequest, type PlainRequest } from "./plain-request.js";

/** Who asked, for as long as the connection lasts. */
export interface Client {
  /** Calls back when the client leaves before its answer. */
  onLeave(callback: () => void): void;
}

/** Answers a request; never rejects. */
export type PlainHandler = (request: PlainRequest, client: Client) => Promise<PlainAnswer>;

/** One client's connection, while all it sends is plain. */
export class LaneConnection implements Client {
  readonly #socket: Socket;
  readonly #handle: PlainHandler;
  /** Takes the connection over, with bytes that came already. */
  readonly #handOver: (connection: LaneConnection, bytes: Buffer) => void;
  #busy = false;
  #draining = false;
  #early: Buffer | undefined;
  #leaving: (() => void)[] = [];

  constructor(
    socket: Socket,
    handle: PlainHandler,
    handOver: (connection: LaneConnection, bytes: Buffer) => void,
    gone: (connection: LaneConnection) => void,
  ) {
    this.#socket = socket;
    this.#handle = handle;
    this.#handOver = handOver;
    socket.setTimeout(KEEP_ALIVE_SECONDS * 1_000, this.#idle);
    socket
      .on("data", this.#take)
      .once("end", this.#end)
      .on("error", this.#failed)
      .once("close", () => {
        gone(this);
        this.#leave();
      });
  }

  onLeave(callback: () => void): void {
    this.#leaving.push(callback);
  }

  /** Lets the running request end, then closes. */
  drain(): void {
    this.#draining = true;
    if (!this.#busy) this.#socket.destroy();
  }

  /** Gives the socket up, for someone else to read it. */
  release(): Socket {
    const socket = this.#socket;
    socket.setTimeout(0);
    socket.off("timeout", this.#idle).off("data", this.#take).off("end", this.#end).off("error", this.#failed);
    return socket;
  }

  readonly #idle = (): void => {
    if (!this.#busy || this.#socket.writableNeedDrain) this.#socket.destroy();
  };

  readonly #failed = (): void => void this.#socket.destroy();

  /** As in node:http, a client that sends no more has left. */
  readonly #end = (): void => void this.#socket.destroy();

  readonly #take = (bytes: Buffer): void => {
    if (this.#busy) {
      this.#early = this.#early === undefined ? bytes : Buffer.concat([this.#early, bytes]);
      this.#socket.pause();
      return;
    }
    const request = readPlainRequest(bytes);
    if (request === undefined) {
      this.#handOver(this, bytes);
      return;
    }
    this.#busy = true;
    void this.#handle(request, this).then(this.#answer);
  };

  readonly #answer = (answer: PlainAnswer): void => {
    const last = this.#draining;
    const { data, encoding } = writePlainAnswer(answer, last);
    this.#leaving = [];
    if (last) {
      this.#socket.end(data, encoding);
    } else if (this.#socket.write(data, encoding)) {
      this.#next();
    } else {
      this.#socket.once("drain", () => this.#next());
    }
  };

  #next(): void {
    this.#busy = false;
    const early = this.#early;
    if (early === undefined) return;
    this.#early = undefined;
    this.#socket.resume();
    this.#take(early);
  }

  #leave(): void {
    for (const callback of this.#leaving.splice(0)) callback();
  }
}
