import type { IncomingHttpHeaders } from "node:http";
import { HubError } from "@hub/schema";
import { GraphQLError } from "graphql";
import type { Client } from "@hub/plain-lane";
import { answerRequest, refusal, type Answer } from "./answer-request.js";
import type { StandaloneOptions } from "./standalone-options.js";
import type { WatchedGraph } from "./watch-graph.js";

/** A request before its body is read. Reading throws HubErrors for a body that cannot be taken. */
export interface OperationSource {
  readonly headers: IncomingHttpHeaders;
  readonly onlyQueries: boolean;
  readonly client: Client;
  read(limit: number): string | Promise<string>;
}

function statusOf(error: HubError): number {
  return error.code === "BODY_TOO_LARGE"
    ? 413
    : error.code === "OVERLOADED" || error.code === "SHUTTING_DOWN"
      ? 503
      : 400;
}

function refusalOf(error: unknown): Answer {
  if (error instanceof HubError) return refusal(statusOf(error), [error]);
  return refusal(500, [error instanceof GraphQLError ? error : new HubError("INTERNAL", "Unexpected fault.")]);
}

/** Answers operations on the newest graph, and no more at a time than allowed. */
export class Operations {
  readonly #graph: WatchedGraph;
  readonly #options: StandaloneOptions;
  #running = 0;

  constructor(graph: WatchedGraph, options: StandaloneOptions) {
    this.#graph = graph;
    this.#options = options;
  }

  /** Never rejects. */
  answer(source: OperationSource): Promise<Answer> {
    this.#running += 1;
    return this.#start(source).then(this.#ended, this.#failed);
  }

  readonly #ended = (answer: Answer): Answer => {
    this.#running -= 1;
    return answer;
  };

  readonly #failed = (error: unknown): Answer => this.#ended(refusalOf(error));

  #start(source: OperationSource): Promise<Answer> {
    try {
      const { concurrency, limits } = this.#options;
      if (this.#running > concurrency) {
        throw new HubError("OVERLOADED", `Gateway: found ${this.#running} requests; expected at most ${concurrency}.`);
      }
      const read = source.read(limits.bodyBytes);
      return typeof read === "string" ? this.#run(read, source) : read.then((body) => this.#run(body, source));
    } catch (error) {
      return Promise.reject(error as Error);
    }
  }

  #run(body: string, { headers, client, onlyQueries }: OperationSource): Promise<Answer> {
    const held = this.#graph.hold();
    try {
      const answering = answerRequest({ body, headers, client, onlyQueries }, held.graph, this.#options);
      void answering.then(held.release, held.release);
      return answering;
    } catch (error) {
      held.release();
      throw error;
    }
  }
}
