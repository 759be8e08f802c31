import { getOperationAST, type GraphQLError, type OperationTypeNode } from "graphql";
import { BoundedMap } from "@hub/schema";
import type { EngineRequest } from "../engine/index.js";
import { checkLimits } from "../limits/check-limits.js";
import type { Limits } from "../limits/limits.js";
import type { DocumentCache } from "./document-cache.js";
import { readRequest } from "./read-request.js";

/** A request body, read and found fit to run; or why it is not. */
export type ReadOperation =
  | { readonly request: EngineRequest; readonly kind: OperationTypeNode | undefined }
  | { readonly errors: readonly GraphQLError[] };

/** Longer bodies are read each time, so that the cache stays small whatever clients send. */
const LONGEST_KEPT = 8_192;
const BODIES = 1_000;

/** Reads request bodies; one that comes again is not read, parsed, checked or measured again. */
export class KnownRequests {
  readonly #documents: DocumentCache;
  readonly #limits: Limits;
  readonly #known = new BoundedMap<string, ReadOperation>(BODIES);

  constructor(documents: DocumentCache, limits: Limits) {
    this.#documents = documents;
    this.#limits = limits;
  }

  /** Throws BAD_USER_INPUT for a body that is no GraphQL request, and HubErrors of the limits. */
  read(body: string): ReadOperation {
    const known = this.#known.get(body);
    if (known !== undefined) return known;
    const { query, operationName, variables } = readRequest(body);
    const checked = this.#documents.check(query);
    if ("errors" in checked) return checked;
    const { document } = checked;
    const operation = getOperationAST(document, operationName);
    if (operation) checkLimits(document, operation, variables, this.#limits);
    const read = { request: { key: query, document, operationName, variables }, kind: operation?.operation };
    if (body.length <= LONGEST_KEPT) this.#known.set(body, read);
    return read;
  }
}
