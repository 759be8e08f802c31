import { HubError } from "@hub/schema";
import { GraphQLError, type DocumentNode } from "graphql";
import type { SubgraphCall, SubgraphTransport } from "../transport/transport.js";
import { BoundedMap } from "../bounded-map.js";
import type { EngineGatewayOptions, GatewayLog } from "./engine-options.js";
import { loadSupergraph, type EngineSchema } from "./engine-schema.js";
import { prepareOperation, type PreparedOperation } from "./prepare-operation.js";
import { responseOf, runOperation, type EngineResult } from "./run-operation.js";

/** One operation of a parsed and validated document, with what the client gave for its variables. */
export interface EngineRequest {
  /** Names the document's text, such as its hash: one key, one document. */
  readonly key: string;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

const PLANS = 2_000;

function checkTransports(schema: EngineSchema, transports: ReadonlyMap<string, SubgraphTransport>): void {
  const missing = schema.subgraphs.find(({ name }) => !transports.has(name));
  if (missing !== undefined) {
    throw new HubError(
      "CONFIGURATION_INVALID",
      `Subgraph "${missing.name}": found no transport; expected one per subgraph.`,
    );
  }
}

/** The executor: operations planned and compiled once, then run. */
export class Engine {
  readonly schema: EngineSchema;
  readonly #transports: ReadonlyMap<string, SubgraphTransport>;
  readonly #log: GatewayLog | undefined;
  readonly #plans: BoundedMap<string, PreparedOperation>;

  /** Throws CONFIGURATION_INVALID when a subgraph of the supergraph has no transport. */
  constructor(options: EngineGatewayOptions) {
    this.schema = loadSupergraph(options.supergraphSdl);
    checkTransports(this.schema, options.transports);
    this.#transports = options.transports;
    this.#log = options.log;
    this.#plans = new BoundedMap(options.plans ?? PLANS);
  }

  /** Runs one operation; never throws for what a client or a subgraph did. */
  async execute(request: EngineRequest, call: SubgraphCall): Promise<EngineResult> {
    const prepared = this.prepare(request);
    if (prepared instanceof GraphQLError) {
      return { errors: [prepared] };
    }
    return responseOf(await runOperation(this.schema, this.#transports, prepared, request.variables, call));
  }

  /** Plans an operation or finds its plan; an operation that cannot be planned comes back as the error to show. */
  prepare(request: Omit<EngineRequest, "variables">): PreparedOperation | GraphQLError {
    const key = `${request.operationName ?? ""} ${request.key}`;
    const known = this.#plans.get(key);
    if (known !== undefined) {
      return known;
    }
    try {
      const prepared = prepareOperation(this.schema, request.document, request.operationName);
      this.#plans.set(key, prepared);
      return prepared;
    } catch (error) {
      if (error instanceof GraphQLError) {
        return error;
      }
      this.#log?.error(`Planning failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return new HubError("INTERNAL", "Operation: found no plan; expected one for every valid operation.");
    }
  }
}
