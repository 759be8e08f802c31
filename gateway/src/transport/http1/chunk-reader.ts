import { MalformedResponse } from "./response-head.js";

const LONGEST_LINE = 4_096;
/** Extensions and trailers: nobody asked for them, and they are read for nothing. */
const MOST_UNUSED_BYTES = 16_384;
const SIZE_LINE = /^([\da-f]{1,8})([ \t]*(?:;[\t\x20-\x7e\x80-\xff]*)?)$/i;
const CR = 0x0d;
const LF = 0x0a;

/** Takes a chunked body apart, wherever its bytes are cut between two reads. */
export class ChunkReader {
  #line = "";
  #left = 0;
  #state: "size" | "data" | "data end" | "trailers" | "done" = "size";
  #unusedBytes = 0;

  get done(): boolean {
    return this.#state === "done";
  }

  /** Hands on the data within `bytes` and gives how many of them belong to the body. Throws MalformedResponse. */
  read(bytes: Buffer, take: (data: Buffer) => void): number {
    let at = 0;
    while (at < bytes.length && this.#state !== "done") {
      if (this.#state === "data") {
        const end = Math.min(bytes.length, at + this.#left);
        take(bytes.subarray(at, end));
        this.#left -= end - at;
        at = end;
        if (this.#left === 0) this.#state = "data end";
      } else {
        at = this.#readLine(bytes, at);
      }
    }
    return at;
  }

  #readLine(bytes: Buffer, from: number): number {
    const lineFeed = bytes.indexOf(LF, from);
    const end = lineFeed === -1 ? bytes.length : lineFeed + 1;
    this.#line += bytes.toString("latin1", from, end);
    if (this.#line.length > LONGEST_LINE) throw new MalformedResponse("Chunk: found a line too long; expected a size.");
    if (lineFeed === -1) return end;
    if (this.#line.charCodeAt(this.#line.length - 2) !== CR) {
      throw new MalformedResponse("Chunk: found a bare line feed; expected a carriage return before it.");
    }
    const line = this.#line.slice(0, -2);
    this.#line = "";
    this.#take(line);
    return end;
  }

  #take(line: string): void {
    switch (this.#state) {
      case "size": {
        const [, size, extension = ""] = SIZE_LINE.exec(line) ?? [];
        if (size === undefined) throw new MalformedResponse("Chunk: found no size; expected one.");
        this.#skip(extension);
        this.#left = Number.parseInt(size, 16);
        this.#state = this.#left === 0 ? "trailers" : "data";
        return;
      }
      case "data end":
        if (line !== "") throw new MalformedResponse("Chunk: found more data than its size; expected its end.");
        this.#state = "size";
        return;
      default:
        this.#skip(line);
        if (line === "") this.#state = "done";
    }
  }

  #skip({ length }: string): void {
    this.#unusedBytes += length;
    if (this.#unusedBytes > MOST_UNUSED_BYTES) {
      throw new MalformedResponse("Chunks: found endless extensions or trailers; expected an end.");
    }
  }
}
