import type { Socket } from "node:net";
import type { AnswerWriter, PlainAnswer } from "./plain-answer.js";
import { readPlainRequest, type PlainRequest } from "./plain-request.js";

/** Who asked, for as long as the connection lasts. */
export interface Client {
  /** Calls back when the client leaves before its answer. */
  onLeave(callback: () => void): void;
}

/** A connection is kept this much longer than clients are told, so that a request sent at the last moment arrives. */
const IDLE_MARGIN_MS = 1_000;

/**
 * Answers a request; never rejects. Undefined, and nothing begun, for one that node:http is to answer: the connection
 * goes over to it, as with a request that is not plain.
 */
export type PlainHandler = (request: PlainRequest, client: Client) => Promise<PlainAnswer> | undefined;

/** What the connections of one lane share. */
export interface LaneParts {
  readonly handle: PlainHandler;
  readonly writer: AnswerWriter;
  /** Takes a connection over, with bytes that came already. */
  handOver(connection: LaneConnection, bytes: Buffer): void;
  /** Told once a connection has ended. */
  gone(connection: LaneConnection): void;
}

/** One client's connection, while all it sends is plain. */
export class LaneConnection implements Client {
  readonly #socket: Socket;
  readonly #lane: LaneParts;
  #busy = false;
  #draining = false;
  #early: Buffer | undefined;
  #leaving: (() => void)[] = [];

  constructor(socket: Socket, lane: LaneParts) {
    this.#socket = socket;
    this.#lane = lane;
    socket
      .setTimeout(lane.writer.keepAliveSeconds * 1_000 + IDLE_MARGIN_MS)
      .on("timeout", this.#idle)
      .on("data", this.#take)
      .once("end", this.#end)
      .on("error", this.#failed)
      .once("close", () => {
        lane.gone(this);
        this.#leave();
      });
  }

  onLeave(callback: () => void): void {
    this.#leaving.push(callback);
  }

  /** Lets the running request end, then closes. */
  drain(): void {
    this.#draining = true;
    if (!this.#busy) this.#close();
  }

  /** Gives the socket up, for someone else to read it. */
  release(): Socket {
    const socket = this.#socket;
    socket.setTimeout(0);
    socket.off("timeout", this.#idle).off("data", this.#take).off("end", this.#end).off("error", this.#failed);
    return socket;
  }

  /** Nothing has moved for long: no request, or no byte of an answer that the client does not read. */
  readonly #idle = (): void => {
    if (!this.#busy || this.#socket.writableLength > 0) this.#socket.destroy();
  };

  readonly #failed = (): void => void this.#socket.destroy();

  /** As in node:http, a client that sends no more has left, but gets the answers that were given already. */
  readonly #end = (): void => this.#socket.destroySoon();

  readonly #take = (bytes: Buffer): void => {
    if (this.#busy) {
      this.#early = this.#early === undefined ? bytes : Buffer.concat([this.#early, bytes]);
      this.#socket.pause();
      return;
    }
    const request = readPlainRequest(bytes);
    const answer = request && this.#lane.handle(request, this);
    if (answer === undefined) {
      this.#lane.handOver(this, bytes);
      return;
    }
    this.#busy = true;
    void answer.then(this.#answer);
  };

  readonly #answer = (answer: PlainAnswer): void => {
    if (!this.#socket.writable) return;
    const last = this.#draining;
    const { data, encoding } = this.#lane.writer.write(answer, last);
    this.#leaving = [];
    if (last) {
      this.#socket.write(data, encoding);
      this.#close();
    } else if (this.#socket.write(data, encoding)) {
      this.#next();
    } else {
      this.#socket.once("drain", () => this.#next());
    }
  };

  #next(): void {
    this.#busy = false;
    const early = this.#early;
    if (early === undefined) {
      if (this.#draining) this.#close();
      return;
    }
    this.#early = undefined;
    this.#socket.resume();
    this.#take(early);
  }

  /** Takes no more requests and ends once the answers have left. */
  #close(): void {
    this.#busy = true;
    this.#socket.destroySoon();
  }

  #leave(): void {
    for (const callback of this.#leaving.splice(0)) callback();
  }
}
