import type { IncomingMessage, ServerResponse } from "node:http";
import { clientOf, sendAnswer } from "../answer-over-http.js";
import type { FastPath } from "./fast-path.js";
import { bodyLength, readBody, type FastLimits } from "./plain-http.js";

/** Takes a request of node:http. */
export type Route = (request: IncomingMessage, response: ServerResponse) => void;

/** Passes a request on to the full pipeline, with the body when it was read already. */
export type HandOver = (request: IncomingMessage, response: ServerResponse, body?: Buffer) => void;

/** Answers the requests of node:http that the fast path takes; hands over the rest. */
export function answerFast(fastPath: FastPath, handOver: HandOver, { bodyBytes, draining }: FastLimits): Route {
  const begin = (request: IncomingMessage, response: ServerResponse, body: Buffer): void => {
    const client = clientOf(response);
    const answer = fastPath.answer({ headers: request.headers, body: body.toString("utf8"), client });
    if (answer === undefined) {
      handOver(request, response, body);
      return;
    }
    void answer.then((given) => {
      if (response.destroyed) return;
      if (given === null) handOver(request, response, body);
      else sendAnswer(response, given, draining());
    });
  };
  return (request, response) => {
    const length = bodyLength(request);
    if (length === null || length > bodyBytes || draining()) handOver(request, response);
    else readBody(request, length, (body) => begin(request, response, body));
  };
}
