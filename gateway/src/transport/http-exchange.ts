import { asciiOrUtf8, roundedWait } from "@hub/schema";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import { onAbort } from "../on-abort.js";
import type { Connection } from "./http1/connection.js";
import type { ConnectionPool, PooledSending } from "./http1/connection-pool.js";
import { MalformedResponse } from "./http1/response-head.js";
import { ResponseTooLarge, type Response } from "./http1/response-reader.js";

/** One request over a pool, with everything that bounds it. */
export interface Exchange {
  /** POST unless it says otherwise. */
  readonly method?: "GET" | "POST";
  readonly path: string;
  /** Header lines, each with its end, beside those the exchange writes itself: Host and Content-Length. */
  readonly headers: string;
  readonly body?: string;
  /** Milliseconds until the answer is worthless. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Bound on the answer's bytes, before and after decompression. */
  readonly maxBytes: number;
}

export interface ExchangeAnswer {
  readonly status: number;
  readonly text: string;
}

export type ExchangeFailureKind = "connection" | "timeout" | "cancelled" | "too large" | "undecodable" | "malformed";

/** Why an exchange gave no answer, and whether the request had left this process. */
export class ExchangeFailure extends Error {
  readonly kind: ExchangeFailureKind;
  readonly sent: boolean;

  constructor(kind: ExchangeFailureKind, sent: boolean, cause?: unknown) {
    super(kind, { cause });
    this.kind = kind;
    this.sent = sent;
  }
}

type Decoder = (body: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const decoders: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ["gzip", promisify(gunzip)],
  ["deflate", promisify(inflate)],
  ["br", promisify(brotliDecompress)],
]);

async function decode(body: Buffer, encoding: string, maxBytes: number): Promise<string> {
  const decoder = decoders.get(encoding);
  if (decoder === undefined) {
    throw new ExchangeFailure("undecodable", true);
  }
  try {
    return (await decoder(body, { maxOutputLength: maxBytes })).toString("utf8");
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    throw new ExchangeFailure(tooLarge ? "too large" : "undecodable", true, error);
  }
}

function kindOf(error: unknown): ExchangeFailureKind {
  if (error instanceof ResponseTooLarge) return "too large";
  return error instanceof MalformedResponse ? "malformed" : "connection";
}

/** One exchange from its first byte to its end, whichever comes first: the answer, a fault, the deadline, the client. */
class RunningExchange implements PooledSending {
  readonly head: string;
  readonly body: string | Buffer;
  readonly maxBytes: number;
  readonly #resolve: (answer: ExchangeAnswer | Promise<ExchangeAnswer>) => void;
  readonly #reject: (failure: ExchangeFailure) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #forgetAbort: () => void;
  #connection: Connection | undefined;
  settled = false;

  constructor(
    host: string,
    { method = "POST", path, headers, body = "", timeoutMs, signal, maxBytes }: Exchange,
    resolve: (answer: ExchangeAnswer | Promise<ExchangeAnswer>) => void,
    reject: (failure: ExchangeFailure) => void,
  ) {
    this.body = asciiOrUtf8(body);
    const length = method === "GET" ? "" : `content-length: ${this.body.length}\r\n`;
    this.head = `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\n${headers}${length}\r\n`;
    this.maxBytes = maxBytes;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#timer = setTimeout(() => this.#abandon("timeout"), roundedWait(timeoutMs));
    this.#forgetAbort = onAbort(signal, () => this.#abandon("cancelled"));
  }

  started(connection: Connection): void {
    this.#connection = connection;
  }

  answered({ status, encoding, body }: Response): void {
    if (!this.#settle()) return;
    if (encoding === "" || encoding === "identity") {
      this.#resolve({ status, text: body.toString("utf8") });
    } else {
      this.#resolve(decode(Buffer.from(body), encoding, this.maxBytes).then((text) => ({ status, text })));
    }
  }

  failed(error: unknown, sent: boolean): void {
    if (this.#settle()) this.#reject(new ExchangeFailure(kindOf(error), sent, error));
  }

  #settle(): boolean {
    if (this.settled) return false;
    this.settled = true;
    clearTimeout(this.#timer);
    this.#forgetAbort();
    return true;
  }

  #abandon(kind: ExchangeFailureKind): void {
    if (!this.#settle()) return;
    this.#reject(new ExchangeFailure(kind, this.#connection !== undefined));
    this.#connection?.destroy();
  }
}

/** Sends one request and reads its answer; throws ExchangeFailure. */
export function exchange(pool: ConnectionPool, request: Exchange): Promise<ExchangeAnswer> {
  return new Promise((resolve, reject) => pool.send(new RunningExchange(pool.host, request, resolve, reject)));
}
