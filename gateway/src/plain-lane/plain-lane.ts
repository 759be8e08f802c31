import type { Server } from "node:http";
import type { Socket } from "node:net";
import { LaneConnection, type PlainHandler } from "./lane-connection.js";

/** A lane beside a server, to be emptied before the server closes. */
export interface PlainLane {
  drain(): void;
}

/**
 * Serves plain requests of a node:http server straight from the socket: a POST of one piece, answered in one piece. A
 * connection that sends anything else goes over to node:http for good, with all it sent.
 *
 * Most of what a request costs in node:http is in streams, events and header objects that such a request has no use for.
 */
export function addPlainLane(server: Server, handle: PlainHandler): PlainLane {
  const [standard, ...others] = server.listeners("connection") as ((socket: Socket) => void)[];
  if (standard === undefined || others.length > 0) {
    throw new TypeError(`Server: found ${others.length} more listeners; expected node:http's alone.`);
  }
  const connections = new Set<LaneConnection>();
  const handOver = (connection: LaneConnection, bytes: Buffer): void => {
    connections.delete(connection);
    const socket = connection.release();
    standard.call(server, socket);
    socket.unshift(bytes);
  };
  server.removeListener("connection", standard);
  server.on("connection", (socket: Socket) => {
    connections.add(new LaneConnection(socket, handle, handOver, (gone) => connections.delete(gone)));
  });
  return {
    drain() {
      for (const connection of connections) connection.drain();
    },
  };
}
