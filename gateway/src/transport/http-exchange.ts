import type { IncomingHttpHeaders } from "node:http";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import type { Dispatcher, Pool } from "undici";

/** One request over a pool, with everything that bounds it. */
export interface Exchange {
  /** POST unless it says otherwise. */
  readonly method?: "GET" | "POST";
  readonly path: string;
  /** Names and values in turn, as undici takes them without copying. */
  readonly headers: string[];
  readonly body: string | null;
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

export type ExchangeFailureKind = "connection" | "timeout" | "cancelled" | "too large" | "undecodable";

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

const decoders: Readonly<Record<string, (body: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>>> = {
  gzip: promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

async function decode(body: Buffer, encoding: string, maxBytes: number): Promise<string> {
  const decoder = decoders[encoding];
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

type Resolve = (answer: ExchangeAnswer | Promise<ExchangeAnswer>) => void;

/** Timers of one length share a list in Node, so the length is rounded up: by a tenth of a second at most. */
function roundedUp(timeoutMs: number): number {
  const step = timeoutMs > 2_000 ? 100 : 10;
  return Math.ceil(timeoutMs / step) * step;
}

/** Collects one answer; undici calls it as the bytes arrive. */
class ExchangeHandler implements Dispatcher.DispatchHandler {
  readonly #exchange: Exchange;
  readonly #resolve: Resolve;
  readonly #reject: (failure: ExchangeFailure) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #cancel: () => void;
  #controller: Dispatcher.DispatchController | undefined;
  #chunks: Buffer[] = [];
  #bytes = 0;
  #status = 0;
  #encoding = "";
  #settled = false;

  constructor(exchange: Exchange, resolve: Resolve, reject: (failure: ExchangeFailure) => void) {
    this.#exchange = exchange;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#timer = setTimeout(() => this.#fail("timeout"), roundedUp(exchange.timeoutMs));
    this.#cancel = () => this.#fail("cancelled");
    exchange.signal.addEventListener("abort", this.#cancel);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#settled) {
      controller.abort(new Error("settled"));
    }
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    this.#status = status;
    this.#encoding = headers["content-encoding"] ?? "";
    if (Number(headers["content-length"] ?? 0) > this.#exchange.maxBytes) {
      this.#fail("too large");
    }
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#exchange.maxBytes) {
      this.#fail("too large");
      return;
    }
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#finish()) {
      const body = this.#chunks.length === 1 ? (this.#chunks[0] as Buffer) : Buffer.concat(this.#chunks, this.#bytes);
      this.#resolve(this.#answer(body));
    }
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, error: Error): void {
    this.#fail("connection", error);
  }

  #answer(body: Buffer): ExchangeAnswer | Promise<ExchangeAnswer> {
    const status = this.#status;
    if (this.#encoding === "" || this.#encoding === "identity") {
      return { status, text: body.toString("utf8") };
    }
    return decode(body, this.#encoding, this.#exchange.maxBytes).then((text) => ({ status, text }));
  }

  #finish(): boolean {
    if (this.#settled) {
      return false;
    }
    this.#settled = true;
    clearTimeout(this.#timer);
    this.#exchange.signal.removeEventListener("abort", this.#cancel);
    return true;
  }

  #fail(kind: ExchangeFailureKind, cause?: Error): void {
    if (this.#finish()) {
      this.#reject(new ExchangeFailure(kind, this.#controller !== undefined, cause));
      this.#controller?.abort(cause ?? new Error(kind));
    }
  }
}

/** Sends one request and reads its answer; throws ExchangeFailure. */
export function exchange(pool: Pool, request: Exchange): Promise<ExchangeAnswer> {
  return new Promise((resolve, reject) => {
    const handler = new ExchangeHandler(request, resolve, reject);
    const { method = "POST", path, headers, body } = request;
    pool.dispatch({ path, method, headers, body }, handler);
  });
}
