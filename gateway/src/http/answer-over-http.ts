import type { Client, PlainAnswer } from "@hub/plain-lane";
import type { ServerResponse } from "node:http";

/** The client of a request that node:http has read. */
export function clientOf(response: ServerResponse): Client {
  return {
    onLeave(callback) {
      response.once("close", () => {
        if (!response.writableFinished) callback();
      });
    },
  };
}

/** Sends an answer by node:http; `last`: the connection closes after it. */
export function sendAnswer(response: ServerResponse, { status, headers, body }: PlainAnswer, last = false): void {
  response.writeHead(status, {
    ...headers,
    "content-length": Buffer.byteLength(body),
    ...(last ? { connection: "close" } : {}),
  });
  response.end(body);
}
