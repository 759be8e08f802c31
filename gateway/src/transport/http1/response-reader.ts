import { ByteCollector } from "@hub/plain-lane";
import { ChunkReader } from "./chunk-reader.js";
import { HeadMemory } from "./head-memory.js";
import { MalformedResponse, type ResponseHead } from "./response-head.js";

/** A whole response. */
export interface Response {
  readonly status: number;
  readonly encoding: string;
  /** Valid only until the connection reads again. */
  readonly body: Buffer;
  /** Whether the connection may serve another request, and for how long when idle, if the server says. */
  readonly reusable: boolean;
  readonly keepAliveSeconds: number | undefined;
}

/** A body longer than the client takes. */
export class ResponseTooLarge extends Error {}

const END_OF_HEAD = Buffer.from("\r\n\r\n");
const LONGEST_HEAD = 65_536;
/** Responses before the one that counts: a server needs one or two, and must not keep a client reading for ever. */
const MOST_INTERIM = 16;

/** Reads one response from a connection, however its bytes are cut. */
export class ResponseReader {
  readonly #maxBytes: number;
  readonly #heads: HeadMemory;
  #unread: ByteCollector | undefined;
  #head: ResponseHead | undefined;
  #body: ByteCollector | undefined;
  #chunks: ChunkReader | undefined;
  #interim = 0;

  /** `heads`: shared by the connections to one server. */
  constructor(maxBytes: number, heads = new HeadMemory()) {
    this.#maxBytes = maxBytes;
    this.#heads = heads;
  }

  /** Takes the next bytes; gives the response once it is whole. Throws MalformedResponse, ResponseTooLarge. */
  push(bytes: Buffer): Response | undefined {
    return this.#head === undefined ? this.#readHead(bytes) : this.#readBody(this.#head, bytes);
  }

  /** The response that ends with the connection; undefined when it is cut short. */
  end(): Response | undefined {
    return this.#head?.framing === "until close" ? this.#finish(this.#head, this.#gathered(), true) : undefined;
  }

  #readHead(bytes: Buffer): Response | undefined {
    let all = bytes;
    let searched = 0;
    if (this.#unread !== undefined) {
      searched = Math.max(0, this.#unread.length - END_OF_HEAD.length);
      this.#unread.add(bytes);
      all = this.#unread.bytes();
    }
    const end = all.indexOf(END_OF_HEAD, searched);
    if (end === -1 ? all.length > LONGEST_HEAD : end > LONGEST_HEAD) {
      throw new MalformedResponse("Head: found no end; expected one.");
    }
    if (end === -1) {
      if (this.#unread === undefined) {
        this.#unread = new ByteCollector();
        this.#unread.add(bytes);
      }
      return undefined;
    }
    this.#unread = undefined;
    const head = this.#heads.read(all.toString("latin1", 0, end));
    const rest = all.subarray(end + END_OF_HEAD.length);
    // A response on the way to the one that counts: 100 and 103 have no body, and the next head follows at once.
    if (head.status < 200) {
      if (head.status === 101) throw new MalformedResponse("Status: found 101; expected no other protocol.");
      this.#interim += 1;
      if (this.#interim > MOST_INTERIM) throw new MalformedResponse("Status: found 1xx again; expected an answer.");
      return this.#readHead(rest);
    }
    if (head.length > this.#maxBytes) throw new ResponseTooLarge();
    this.#head = head;
    if (head.framing === "chunked") this.#chunks = new ChunkReader();
    return this.#readBody(head, rest);
  }

  #readBody(head: ResponseHead, bytes: Buffer): Response | undefined {
    if (this.#chunks !== undefined) {
      const used = this.#chunks.read(bytes, (data) => this.#keep(data));
      return this.#chunks.done ? this.#finish(head, this.#gathered(), used === bytes.length) : undefined;
    }
    if (head.framing === "until close") {
      this.#keep(bytes);
      return undefined;
    }
    if (this.#body === undefined && bytes.length >= head.length) {
      return this.#finish(head, bytes.subarray(0, head.length), bytes.length === head.length);
    }
    const missing = head.length - (this.#body?.length ?? 0);
    this.#keep(bytes.subarray(0, missing), head.length);
    return bytes.length < missing ? undefined : this.#finish(head, this.#gathered(), bytes.length === missing);
  }

  #keep(data: Buffer, expected?: number): void {
    this.#body ??= new ByteCollector();
    if (this.#body.length + data.length > this.#maxBytes) throw new ResponseTooLarge();
    this.#body.add(data, expected);
  }

  #gathered(): Buffer {
    return this.#body?.bytes() ?? Buffer.alloc(0);
  }

  /** Bytes beyond the response belong to nobody: such a connection is not used again. */
  #finish({ status, encoding, persistent, keepAliveSeconds }: ResponseHead, body: Buffer, exact: boolean): Response {
    return { status, encoding, body, reusable: persistent && exact, keepAliveSeconds };
  }
}
