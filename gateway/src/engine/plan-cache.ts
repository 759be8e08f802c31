import { BoundedMap, HubError } from "@hub/schema";
import { GraphQLError, type DocumentNode } from "graphql";
import type { DirectiveHolders } from "./directive-holders.js";
import type { GatewayLog } from "./engine-options.js";
import type { EngineSchema } from "./engine-schema.js";
import {
  prepareOperation,
  selectOperation,
  type PreparedOperation,
  type SelectedOperation,
} from "./prepare-operation.js";
import type { Conditions } from "./resolve-conditions.js";

/** One operation of a validated document. */
export interface OperationSource {
  /** Names the document's text, such as its hash: one key, one document. */
  readonly key: string;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
}

/**
 * Characters of the subgraph requests of all prepared operations together. A plan with its closures takes some hundred
 * times the memory of its requests' texts: 1.5 million are about 150 MB.
 */
const MOST_CHARACTERS = 1_500_000;

/** What little an operation with short requests takes, in the same unit. */
const LEAST_CHARACTERS = 100;

function documentCharacters({ operation, fragments }: SelectedOperation): number {
  const ends = [operation, ...fragments.values()].map(({ loc }) => (loc === undefined ? 0 : loc.end - loc.start));
  return ends.reduce((sum, length) => sum + length, LEAST_CHARACTERS);
}

function charactersOf({ plan }: PreparedOperation): number {
  return plan.fetches.reduce((sum, fetch) => sum + fetch.text.length, LEAST_CHARACTERS);
}

/** Selected and prepared operations by key; what no client has asked for lately is forgotten. */
export class PlanCache {
  readonly #schema: EngineSchema;
  readonly #holders: DirectiveHolders;
  readonly #log: GatewayLog | undefined;
  readonly #selected: BoundedMap<string, SelectedOperation>;
  readonly #prepared: BoundedMap<string, PreparedOperation>;

  constructor(schema: EngineSchema, holders: DirectiveHolders, capacity: number, log: GatewayLog | undefined) {
    this.#schema = schema;
    this.#holders = holders;
    this.#log = log;
    this.#selected = new BoundedMap(capacity, { most: MOST_CHARACTERS, of: documentCharacters });
    this.#prepared = new BoundedMap(capacity, { most: MOST_CHARACTERS, of: charactersOf });
  }

  /** The operation to run, or the error to show. */
  select(source: OperationSource): SelectedOperation | GraphQLError {
    return this.#remember(this.#selected, this.#keyOf(source), () =>
      selectOperation(this.#schema, source.document, source.operationName),
    );
  }

  /** The operation ready to run for these values of its conditions, or the error to show. `anew`: more is known now. */
  prepare(
    source: OperationSource,
    selected: SelectedOperation,
    conditions: Conditions,
    anew: boolean,
  ): PreparedOperation | GraphQLError {
    const values = selected.conditionVariables.map((name) => (conditions[name] === true ? "1" : "0")).join("");
    const key = this.#keyOf(source);
    // A long key joined with nothing would be hashed anew for every request.
    const make = (): PreparedOperation => prepareOperation(this.#schema, selected, conditions, this.#holders);
    return this.#remember(this.#prepared, values === "" ? key : `${key} ${values}`, make, anew);
  }

  #keyOf({ key, operationName }: OperationSource): string {
    return operationName === undefined ? key : `${key} ${operationName}`;
  }

  #remember<T>(cache: BoundedMap<string, T>, key: string, make: () => T, anew = false): T | GraphQLError {
    const known = anew ? undefined : cache.get(key);
    if (known !== undefined) {
      return known;
    }
    try {
      const made = make();
      cache.set(key, made);
      return made;
    } catch (error) {
      if (error instanceof GraphQLError) {
        return error;
      }
      this.#log?.error(`Planning failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return new HubError("INTERNAL", "Operation: found no plan; expected one for every valid operation.");
    }
  }
}
