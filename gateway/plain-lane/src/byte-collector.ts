const FIRST_CAPACITY = 65_536;

/** Gathers the bytes of a body as they arrive; what arrives is copied, as sockets read into the same buffer again. */
export class ByteCollector {
  #bytes: Buffer = Buffer.alloc(0);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /**
   * Makes room for `expected` bytes in all, where it is known; but at most for twice what has come so far, or for what one
   * read may bring.
   */
  add(bytes: Buffer, expected = Infinity): void {
    const needed = this.#length + bytes.length;
    if (needed > this.#bytes.length) {
      const roomier = Math.max(needed, Math.min(expected, Math.max(2 * needed, FIRST_CAPACITY)));
      const grown = Buffer.allocUnsafe(roomier);
      this.#bytes.copy(grown, 0, 0, this.#length);
      this.#bytes = grown;
    }
    bytes.copy(this.#bytes, this.#length);
    this.#length = needed;
  }

  /** The bytes so far; valid until more are added. */
  bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }
}
