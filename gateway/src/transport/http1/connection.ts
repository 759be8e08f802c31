import { holdWrites } from "@hub/schema";
import { connect as connectTcp, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import type { HeadMemory } from "./head-memory.js";
import { ResponseReader, type Response } from "./response-reader.js";

/** Where a server listens. */
export interface Origin {
  readonly secure: boolean;
  readonly host: string;
  readonly port: number;
  /** What its answers have in common. */
  readonly heads: HeadMemory;
}

/** One request on its way over a connection, and who is told of its end: exactly once, by one of the two. */
export interface Sending {
  /** The request line and headers, latin-1, up to the body. */
  readonly head: string;
  /** A text is ASCII and sent as latin-1, with the head. */
  readonly body: string | Buffer;
  /** Bound on the answer's body, bytes as they come. */
  readonly maxBytes: number;
  answered(response: Response): void;
  failed(error: unknown, sent: boolean): void;
}

const READ_BUFFER_BYTES = 65_536;
/** Kept this long when the server does not say how long it keeps an idle connection: below what servers usually do. */
const DEFAULT_IDLE_MS = 4_000;
const LONGEST_IDLE_MS = 600_000;
/** A connection is given up this much earlier than its server does, so that no request meets its end. */
const IDLE_MARGIN_MS = 1_000;

function idleMs(keepAliveSeconds: number | undefined): number {
  return keepAliveSeconds === undefined
    ? DEFAULT_IDLE_MS
    : Math.min(Math.max(keepAliveSeconds * 1_000 - IDLE_MARGIN_MS, 0), LONGEST_IDLE_MS);
}

/**
 * One kept-alive connection: one request at a time, its answer read straight from the socket.
 *
 * The socket fills one buffer again and again instead of going through a stream; that, and one write per request, is
 * what makes it several times cheaper than a general client.
 */
export class Connection {
  readonly #socket: Socket;
  readonly #secure: boolean;
  readonly #heads: HeadMemory;
  readonly #released: (connection: Connection) => void;
  #sending: Sending | undefined;
  #reader: ResponseReader | undefined;
  #connected = false;
  #sent = false;
  #error: unknown;
  #idleUntil = 0;

  /** `released` is called when another request may be sent, `closed` when never again. */
  constructor(origin: Origin, released: (connection: Connection) => void, closed: (connection: Connection) => void) {
    this.#released = released;
    const { host, port, secure, heads } = origin;
    this.#secure = secure;
    this.#heads = heads;
    const onread = {
      buffer: Buffer.allocUnsafeSlow(READ_BUFFER_BYTES),
      callback: (length: number, buffer: Uint8Array): boolean => this.#read(buffer as Buffer, length),
    };
    const options = { host, port, noDelay: true, onread };
    this.#socket = secure
      ? connectTls({
          ...options,
          ALPNProtocols: ["http/1.1"],
          ...(/^[\d.]+$|:/.test(host) ? {} : { servername: host }),
        })
      : connectTcp(options);
    this.#socket.once(secure ? "secureConnect" : "connect", () => {
      this.#connected = true;
      if (this.#sending !== undefined) this.#write(this.#sending);
    });
    this.#socket.on("error", (error) => (this.#error ??= error));
    this.#socket.once("end", () => this.#ended());
    this.#socket.once("close", () => {
      this.#fail(this.#error);
      closed(this);
    });
  }

  /** Whether an idle connection may still be trusted at `now`, a time of performance.now(). */
  usableAt(now: number): boolean {
    return now < this.#idleUntil && !this.#socket.destroyed;
  }

  send(sending: Sending): void {
    this.#sending = sending;
    this.#sent = false;
    if (this.#connected) this.#write(sending);
  }

  destroy(error?: unknown): void {
    this.#error ??= error;
    this.#socket.destroy();
  }

  #write({ head, body, maxBytes }: Sending): void {
    this.#reader = new ResponseReader(maxBytes, this.#heads);
    this.#sent = true;
    holdWrites(this.#socket);
    if (typeof body === "string") {
      this.#socket.write(head + body, "latin1");
      return;
    }
    this.#socket.write(head, "latin1");
    this.#socket.write(body);
  }

  #read(buffer: Buffer, length: number): boolean {
    // Bytes nobody asked for, such as the notice of a server that is about to close.
    if (this.#reader === undefined) {
      this.#socket.destroy();
      return false;
    }
    try {
      const response = this.#reader.push(buffer.subarray(0, length));
      if (response !== undefined) this.#answer(response, length === READ_BUFFER_BYTES || this.#secure);
    } catch (error) {
      this.#fail(error);
      this.#socket.destroy();
    }
    return true;
  }

  #ended(): void {
    const response = this.#reader?.end();
    if (response !== undefined) this.#answer(response, false);
    this.#socket.destroy();
  }

  /**
   * `more`: whether further bytes may have arrived already. They would be nobody's, and must be seen before the next
   * request is sent, or they would pass for its answer.
   */
  #answer(response: Response, more: boolean): void {
    const sending = this.#sending as Sending;
    this.#sending = undefined;
    this.#reader = undefined;
    sending.answered(response);
    // A server that answers before it has the whole request may or may not read the rest of it.
    if (!response.reusable || this.#socket.writableLength > 0) {
      this.#socket.destroy();
      return;
    }
    this.#idleUntil = performance.now() + idleMs(response.keepAliveSeconds);
    if (more) {
      setImmediate(() => this.#release());
    } else {
      this.#release();
    }
  }

  #release(): void {
    if (!this.#socket.destroyed) this.#released(this);
  }

  #fail(error: unknown): void {
    const sending = this.#sending;
    this.#sending = undefined;
    this.#reader = undefined;
    sending?.failed(error, this.#sent);
  }
}
