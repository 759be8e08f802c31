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

/** The first answer in `bytes`, if it is whole, and how many bytes it is long. */
function readAnswer(bytes: Buffer, headOnly: boolean): { answer?: RawAnswer; length: number } {
  const endOfHead = bytes.indexOf("\r\n\r\n");
  if (endOfHead === -1) return { length: bytes.length + 1 };
  const head = bytes.toString("latin1", 0, endOfHead);
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]);
  const interim = status < 200;
  const size = headOnly || interim ? 0 : Number(fieldOf(head, "content-length") ?? 0);
  const length = endOfHead + 4 + size;
  if (bytes.length < length) return { length };
  const body = bytes.toString("utf8", endOfHead + 4, length);
  const answer = { status, type: fieldOf(head, "content-type"), connection: fieldOf(head, "connection"), body };
  return { answer, length };
}

/** Connects to a port of 127.0.0.1. */
export function connectRaw(port: number): RawClient {
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true, noDelay: true });
  let chunks: Buffer[] = [];
  let received = 0;
  let over = false;
  let wake: (() => void) | undefined;
  const changed = (): Promise<void> => new Promise((resolve) => (wake = resolve));
  const finish = (): void => {
    over = true;
    wake?.();
  };
  socket.on("data", (bytes: Buffer) => {
    chunks.push(bytes);
    received += bytes.length;
    wake?.();
  });
  socket.on("error", finish).on("end", finish).on("close", finish);
  return {
    socket,
    write: (bytes) => void socket.write(bytes),
    async answer(head = false) {
      for (let wanted = 1; ;) {
        if (received >= wanted) {
          const bytes = Buffer.concat(chunks);
          const { answer, length } = readAnswer(bytes, head);
          chunks = [answer === undefined ? bytes : bytes.subarray(length)];
          received = (chunks[0] as Buffer).length;
          if (answer !== undefined) return answer;
          wanted = length;
        } else if (over) {
          return undefined;
        } else {
          await changed();
        }
      }
    },
    async ended() {
      while (!over) await changed();
      return received === 0;
    },
  };
}

/** A request as every client writes it. */
export function post(body: string, fields = "", target = "/graphql"): string {
  const length = Buffer.byteLength(body);
  return `POST ${target} HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\n${fields}Content-Length: ${length}\r\n\r\n${body}`;
}
