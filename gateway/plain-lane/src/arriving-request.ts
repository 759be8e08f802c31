import { ByteCollector } from "./byte-collector.js";
import type { PlainHead } from "./plain-request.js";

/** A body that takes longer is node:http's, with what it has to say about slow clients. */
const LONGEST_MS = 1_000;

/** A request whose head has come, and of its body a part. */
export class ArrivingRequest {
  readonly head: PlainHead;
  readonly #bytes = new ByteCollector();
  readonly #timer: NodeJS.Timeout;

  /** `late`: told when the rest has not come in time. */
  constructor(head: PlainHead, late: () => void) {
    this.head = head;
    this.#timer = setTimeout(late, LONGEST_MS);
  }

  /** Takes what came next; whether the request is whole now, or has more than belongs to it. */
  add(bytes: Buffer): boolean {
    this.#bytes.add(bytes, this.head.end);
    return this.#bytes.length >= this.head.end;
  }

  /** All that has come; nothing is waited for any more. */
  take(): Buffer {
    clearTimeout(this.#timer);
    return this.#bytes.bytes();
  }
}
