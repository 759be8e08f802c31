import { once } from "node:events";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, type TlsOptions } from "node:tls";

/** One connection as the server sees it: whole requests in, any bytes out. */
export interface Peer {
  readonly socket: Socket;
  /** Order in which the connection was accepted, from 0. */
  readonly place: number;
  /** The next whole request, head and body; waits for it. Rejects when the connection ends first. */
  request(): Promise<string>;
  /** Writes text or bytes just as they are. */
  write(bytes: string | Buffer): void;
}

/** A server without any HTTP of its own. */
export interface RawServer {
  readonly port: number;
  readonly accepted: number;
  close(): Promise<void>;
}

function wholeRequest(text: string): string | undefined {
  const endOfHead = text.indexOf("\r\n\r\n");
  if (endOfHead === -1) return undefined;
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(text.slice(0, endOfHead))?.[1] ?? 0);
  const end = endOfHead + 4 + length;
  return text.length < end ? undefined : text.slice(0, end);
}

function peerOf(socket: Socket, place: number): Peer {
  let received = "";
  let ended = false;
  let wake: (() => void) | undefined;
  const notice = (): void => wake?.();
  socket.on("error", () => undefined);
  socket.on("data", (bytes: Buffer) => {
    received += bytes.toString("latin1");
    notice();
  });
  socket.once("close", () => {
    ended = true;
    notice();
  });
  return {
    socket,
    place,
    async request() {
      for (;;) {
        const request = wholeRequest(received);
        if (request !== undefined) {
          received = received.slice(request.length);
          return Buffer.from(request, "latin1").toString("utf8");
        }
        if (ended) throw new Error("Connection: found its end; expected a request.");
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    write: (bytes) => void socket.write(bytes),
  };
}

/** Starts a server on a free port of `host`; `serve` speaks with each connection, and may fail when it ends. */
export async function startRawServer(
  serve: (peer: Peer) => Promise<void> | void,
  { host = "127.0.0.1", tls }: { readonly host?: string; readonly tls?: TlsOptions } = {},
): Promise<RawServer> {
  const sockets = new Set<Socket>();
  let accepted = 0;
  const accept = (socket: Socket): void => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    void Promise.resolve(serve(peerOf(socket, accepted++))).catch(() => undefined);
  };
  const server: Server = tls === undefined ? createServer({ noDelay: true }, accept) : createTlsServer(tls, accept);
  server.listen(0, host);
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    get accepted() {
      return accepted;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers every request of a connection with `answer(request)`, one after another. */
export function answering(answer: (request: string, peer: Peer) => string | Buffer): (peer: Peer) => Promise<void> {
  return async (peer) => {
    for (;;) peer.write(answer(await peer.request(), peer));
  };
}

/** A plain answer of known length. */
export function ok(body: string, fields = ""): string {
  return `HTTP/1.1 200 OK\r\n${fields}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
