import type { Server } from "node:http";
import type { Socket } from "node:net";
import { LaneConnection, type LaneParts, type PlainHandler } from "./lane-connection.js";
import { AnswerWriter } from "./plain-answer.js";

/** A lane beside a server, to be emptied before the server closes. */
export interface PlainLane {
  /** Closes what is idle, lets what runs end; connections that come later are node:http's. */
  drain(): void;
  /** Ends every connection of the lane at once. */
  destroy(): void;
}

/** What a lane can be told. */
export interface LaneOptions {
  /** How long an idle connection is kept; 65 unless set, as of a server towards clients anywhere. */
  readonly keepAliveSeconds?: number;
  /** Bytes of a body that the lane takes in several reads; 0 unless set: then only what comes in one is the lane's. */
  readonly longestBody?: number;
  /**
   * Whether clients run on the machine's own cores, as a gateway does: answers then leave in groups. Clients elsewhere
   * would only wait; false unless set.
   */
  readonly besideClients?: boolean;
}

/**
 * Serves plain requests of a node:http server straight from the socket: a POST that is whole, answered in one piece. A
 * connection that sends anything else, or something `handle` leaves, goes over to node:http for good, with all it sent.
 *
 * Most of what a request costs in node:http is in streams, events and header objects that such a request has no use for.
 */
export function addPlainLane(server: Server, handle: PlainHandler, options: LaneOptions = {}): PlainLane {
  const [standard, ...others] = server.listeners("connection") as ((socket: Socket) => void)[];
  if (standard === undefined || others.length > 0) {
    throw new TypeError(`Server: found ${others.length} more listeners; expected node:http's alone.`);
  }
  const connections = new Set<LaneConnection>();
  let draining = false;
  const lane: LaneParts = {
    handle,
    writer: new AnswerWriter(options.keepAliveSeconds ?? 65),
    longestBody: options.longestBody ?? 0,
    besideClients: options.besideClients ?? false,
    handOver(connection, bytes, ended) {
      connections.delete(connection);
      const socket = connection.release();
      standard.call(server, socket);
      if (ended) {
        // Nothing can be put back before an end that has been read: what node:http listens to is said again.
        socket.emit("data", bytes);
        socket.emit("end");
      } else {
        socket.unshift(bytes);
      }
    },
    gone: (connection) => connections.delete(connection),
  };
  server.removeListener("connection", standard);
  server.on("connection", (socket: Socket) => {
    if (draining) standard.call(server, socket);
    else connections.add(new LaneConnection(socket, lane));
  });
  return {
    drain() {
      draining = true;
      for (const connection of connections) connection.drain();
    },
    destroy() {
      for (const connection of connections) connection.destroy();
    },
  };
}
