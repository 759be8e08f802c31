import { holdWrites } from "@hub/schema";
import type { Socket } from "node:net";
import { ArrivingRequest } from "./arriving-request.js";
import type { AnswerWriter, PlainAnswer } from "./plain-answer.js";
import { plainRequest, readPlainHead, type PlainHead, type PlainRequest } from "./plain-request.js";

/** Who asked, for as long as the connection lasts. */
export interface Client {
  /** Calls back when the client leaves before its answer. */
  onLeave(callback: () => void): void;
}

/** A connection is kept this much longer than clients are told, so that a request sent at the last moment arrives. */
const IDLE_MARGIN_MS = 1_000;

/**
 * Answers a request; never rejects. Undefined, and nothing begun, for one that node:http is to answer, or null once that
 * shows only in the end: the connection goes over to it, as with a request that is not plain.
 */
export type PlainHandler = (request: PlainRequest, client: Client) => Promise<PlainAnswer | null> | undefined;

/** What the connections of one lane share. */
export interface LaneParts {
  readonly handle: PlainHandler;
  readonly writer: AnswerWriter;
  /** Bytes of a body that may come in several reads. */
  readonly longestBody: number;
  /** Whether clients may run on the same cores. */
  readonly besideClients: boolean;
  /** Takes a connection over, with bytes that came already; `ended`: no more will come. */
  handOver(connection: LaneConnection, bytes: Buffer, ended: boolean): void;
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
  #arriving: ArrivingRequest | undefined;
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
        this.#arriving?.take();
        this.#leave();
      });
  }

  onLeave(callback: () => void): void {
    this.#leaving.push(callback);
  }

  /** Lets the request that runs or arrives end, then closes. */
  drain(): void {
    this.#draining = true;
    if (!this.#busy && this.#arriving === undefined) this.#close();
  }

  destroy(): void {
    this.#socket.destroy();
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

  /**
   * As in node:http, a client that sends no more has left, but gets the answers that were given already. One that leaves
   * within a request hears from node:http what it thinks of that.
   */
  readonly #end = (): void => {
    if (this.#arriving === undefined) this.#socket.destroySoon();
    else this.#giveUp(true);
  };

  readonly #take = (bytes: Buffer): void => {
    if (this.#busy) {
      this.#early = this.#early === undefined ? bytes : Buffer.concat([this.#early, bytes]);
      this.#socket.pause();
    } else if (this.#arriving === undefined) {
      this.#begin(bytes);
    } else if (this.#arriving.add(bytes)) {
      const { head } = this.#arriving;
      this.#serve(head, this.#arrived());
    }
  };

  #begin(bytes: Buffer): void {
    const head = readPlainHead(bytes);
    if (head === undefined || head.end <= bytes.length || head.end - head.from > this.#lane.longestBody) {
      this.#serve(head, bytes);
    } else {
      this.#arriving = new ArrivingRequest(head, () => this.#giveUp(false));
      this.#arriving.add(bytes);
    }
  }

  /** Answers what is exactly one request, if the handler does; all else is node:http's. */
  #serve(head: PlainHead | undefined, bytes: Buffer): void {
    const plain = head?.end === bytes.length;
    const answer = plain ? this.#lane.handle(plainRequest(head, bytes), this) : undefined;
    if (answer === undefined) {
      this.#lane.handOver(this, bytes, false);
      return;
    }
    this.#busy = true;
    void answer.then((given) => (given === null ? this.#passOn(bytes) : this.#answer(given)));
  }

  /** Gives up a request that was begun, with what has come since. */
  #passOn(bytes: Buffer): void {
    if (!this.#socket.writable) return;
    this.#leaving = [];
    const early = this.#early;
    if (early !== undefined) this.#socket.resume();
    this.#lane.handOver(this, early === undefined ? bytes : Buffer.concat([bytes, early]), false);
  }

  #arrived(): Buffer {
    const bytes = (this.#arriving as ArrivingRequest).take();
    this.#arriving = undefined;
    return bytes;
  }

  /** Waits no longer for the rest of a request. */
  #giveUp(ended: boolean): void {
    this.#lane.handOver(this, this.#arrived(), ended);
  }

  #answer(answer: PlainAnswer): void {
    if (!this.#socket.writable) return;
    const last = this.#draining;
    const message = this.#lane.writer.write(answer, last);
    this.#leaving = [];
    if (this.#lane.besideClients) holdWrites(this.#socket);
    if (last) {
      this.#socket.write(message, "latin1");
      this.#close();
    } else if (this.#socket.write(message, "latin1")) {
      this.#next();
    } else {
      this.#socket.once("drain", () => this.#next());
    }
  }

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
