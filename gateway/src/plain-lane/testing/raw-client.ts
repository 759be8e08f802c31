import { connect, type Socket } from "node:net";

/** One answer as it came: what clients act on. */
export interface RawAnswer {
  readonly status: number;
  readonly type: string | undefined;
  readonly connection: string | undefined;
  readonly body: string;
}

/** A connection that writes bytes just as they are. */
export interface RawClient {
  readonly socket: Socket;
  write(bytes: string | Buffer): void;
  /** The next whole answer; undefined when the connection ends before. `head`: the answer has no body. */
  answer(head?: boolean): Promise<RawAnswer | undefined>;
  /** Whether the connection ended, with no byte left unread; waits for its end. */
  ended(): Promise<boolean>;
}

function fieldOf(head: string, name: string): string | undefined {
  return new RegExp(`^${name}: *(.*)$`, "im").exec(head)?.[1]?.trim();
}

/** The first answer in `bytes`, and how many bytes it is long. */
function readAnswer(bytes: Buffer, headOnly: boolean): { answer: RawAnswer; length: number } | undefined {
  const endOfHead = bytes.indexOf("\r\n\r\n");
  if (endOfHead === -1) return undefined;
  const head = bytes.toString("latin1", 0, endOfHead);
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]);
  const interim = status < 200;
  const size = headOnly || interim ? 0 : Number(fieldOf(head, "content-length") ?? 0);
  const length = endOfHead + 4 + size;
  if (bytes.length < length) return undefined;
  const body = bytes.toString("utf8", endOfHead + 4, length);
  const answer = { status, type: fieldOf(head, "content-type"), connection: fieldOf(head, "connection"), body };
  return { answer, length };
}

/** Connects to a port of 127.0.0.1. */
export function connectRaw(port: number): RawClient {
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true, noDelay: true });
  let received: Buffer = Buffer.alloc(0);
  let over = false;
  let wake: (() => void) | undefined;
  const changed = (): Promise<void> => new Promise((resolve) => (wake = resolve));
  const finish = (): void => {
    over = true;
    wake?.();
  };
  socket.on("data", (bytes: Buffer) => {
    received = Buffer.concat([received, bytes]);
    wake?.();
  });
  socket.on("error", finish).on("end", finish).on("close", finish);
  return {
    socket,
    write: (bytes) => void socket.write(bytes),
    async answer(head = false) {
      for (;;) {
        const read = readAnswer(received, head);
        if (read !== undefined) {
          received = received.subarray(read.length);
          return read.answer;
        }
        if (over) return undefined;
        await changed();
      }
    },
    async ended() {
      while (!over) await changed();
      return received.length === 0;
    },
  };
}

/** A request as every client writes it. */
export function post(body: string, fields = "", target = "/graphql"): string {
  const length = Buffer.byteLength(body);
  return `POST ${target} HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\n${fields}Content-Length: ${length}\r\n\r\n${body}`;
}
