import { GraphQLError, parse, validate, type DocumentNode, type GraphQLSchema } from "graphql";
import { BoundedMap } from "@hub/schema";

/** A text that may run, or why it may not. */
export type CheckedDocument = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

/** Longer texts are parsed each time, so that the cache stays small whatever clients send. */
const LONGEST_KEPT = 65_536;
/** Of all texts kept together; parsed, a text takes some fifty times its size. */
const MOST_CHARACTERS = 2_000_000;

function coded(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    extensions: { code },
  });
}

/** Parses and validates operations, each text once. */
export class DocumentCache {
  readonly #schema: GraphQLSchema;
  readonly #maxTokens: number;
  readonly #documents: BoundedMap<string, DocumentNode>;

  constructor(schema: GraphQLSchema, maxTokens: number, capacity = 2_000) {
    this.#schema = schema;
    this.#maxTokens = maxTokens;
    this.#documents = new BoundedMap(capacity, { most: MOST_CHARACTERS, of: (_document, text) => text.length });
  }

  check(text: string): CheckedDocument {
    const known = this.#documents.get(text);
    if (known !== undefined) {
      return { document: known };
    }
    let document: DocumentNode;
    try {
      document = parse(text, { maxTokens: this.#maxTokens });
    } catch (error) {
      return { errors: error instanceof GraphQLError ? [coded(error, "GRAPHQL_PARSE_FAILED")] : [] };
    }
    const faults = validate(this.#schema, document);
    if (faults.length > 0) {
      return { errors: faults.map((fault) => coded(fault, "GRAPHQL_VALIDATION_FAILED")) };
    }
    if (text.length <= LONGEST_KEPT) {
      this.#documents.set(text, document);
    }
    return { document };
  }
}
