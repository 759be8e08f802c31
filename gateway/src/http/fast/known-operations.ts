import { getOperationAST, Kind, OperationTypeNode, parse, validate } from "graphql";
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import { LRUCache } from "lru-cache";
import { createHash } from "node:crypto";

/** A query a client may send: its text was parsed and validated once. */
export interface KnownOperation {
  /** Names text and operation. */
  readonly id: string;
  /** Digest of the text, by which the engine knows its plan. */
  readonly key: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Variables the operation declares; others mean nothing. */
  readonly variables: readonly string[];
  /** Subgraphs its answers have touched so far. */
  readonly touched: Set<string>;
}

/** What a text holds: an operation by name, or null for one the fast path does not answer. */
interface KnownDocument {
  readonly document: DocumentNode | null;
  readonly key: string;
  readonly operations: Map<string, KnownOperation | null>;
}

export interface KnownOperationsOptions {
  readonly schema: GraphQLSchema;
  /** Lexical tokens of a document at most. */
  readonly maxTokens: number;
  readonly introspection: boolean;
}

/** Characters of all texts together: their trees take some twenty times as many bytes. */
const TEXT_CHARACTERS = 2_000_000;
const DOCUMENTS = 2_000;
const OPERATIONS_OF_ONE_TEXT = 20;

/**
 * The queries that can be run without Apollo Server's pipeline: well-formed, valid and found in their text.
 *
 * Anything else (faults, mutations, introspection where it is switched off) is left to Apollo Server, which says what is
 * wrong.
 */
export class KnownOperations {
  readonly #options: KnownOperationsOptions;
  readonly #documents = new LRUCache<string, KnownDocument>({
    max: DOCUMENTS,
    maxSize: TEXT_CHARACTERS,
    sizeCalculation: (_document, text) => text.length + 1,
  });

  constructor(options: KnownOperationsOptions) {
    this.#options = options;
  }

  /** Whether the text was seen lately, so that finding an operation in it costs nothing. */
  has(text: string): boolean {
    return this.#documents.has(text);
  }

  /** The operation to run, or null for Apollo Server to answer. */
  find(text: string, name: string | undefined): KnownOperation | null {
    let known = this.#documents.get(text);
    if (known === undefined) {
      const key = createHash("sha256").update(text).digest("hex");
      known = { document: this.#read(text), key, operations: new Map() };
      this.#documents.set(text, known);
    }
    const { document, key, operations } = known;
    if (document === null) return null;
    const found = operations.get(name ?? "");
    if (found !== undefined) return found;
    const operation = selectQuery(document, key, name);
    if (operations.size < OPERATIONS_OF_ONE_TEXT) operations.set(name ?? "", operation);
    return operation;
  }

  #read(text: string): DocumentNode | null {
    const { schema, maxTokens, introspection } = this.#options;
    try {
      const document = parse(text, { maxTokens });
      if (!introspection && /\b__(schema|type)\b/.test(text)) return null;
      return validate(schema, document).length === 0 ? document : null;
    } catch {
      return null;
    }
  }
}

function selectQuery(document: DocumentNode, key: string, name: string | undefined): KnownOperation | null {
  const operation = getOperationAST(document, name);
  if (!operation || operation.operation !== OperationTypeNode.QUERY) return null;
  const named = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length > 1;
  return {
    id: named ? `${key} ${operation.name?.value ?? ""}` : key,
    key,
    document,
    operation,
    variables: (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value),
    touched: new Set(),
  };
}
