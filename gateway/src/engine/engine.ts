import { HubError } from "@hub/schema";
import { GraphQLError } from "graphql";
import type { SubgraphCall, SubgraphTransport } from "../transport/transport.js";
import type { Data } from "./data.js";
import type { EngineGatewayOptions } from "./engine-options.js";
import { loadSupergraph, type EngineSchema } from "./engine-schema.js";
import type { Fault } from "./fault-log.js";
import type { LocatedFault } from "./locate-faults.js";
import { PlanCache, type OperationSource } from "./plan-cache.js";
import { readConditions } from "./read-variables.js";
import { runOperation } from "./run-operation.js";
import { shapeResponse, type ShapeInput } from "./shape-response.js";

/** One operation of a parsed and validated document, with what the client gave for its variables. */
export interface EngineRequest extends OperationSource {
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The engine's answer. Without `data` the operation did not run. */
export interface EngineResult {
  readonly data?: Data | null;
  readonly errors?: readonly GraphQLError[];
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

function toError({ message, code, subgraph, detail }: Fault, path?: LocatedFault["path"]): GraphQLError {
  const place = path === undefined ? {} : { path };
  return new GraphQLError(message, {
    ...place,
    extensions: { ...detail, code, ...(subgraph === "" ? {} : { subgraph }) },
  });
}

function responseOf(input: ShapeInput): EngineResult {
  const { data, faults } = shapeResponse(input);
  const errors = [
    ...faults.map(({ fault, path }) => toError(fault, path)),
    ...input.faults.general.map((fault) => toError(fault)),
  ];
  return errors.length === 0 ? { data } : { data, errors };
}

/** The executor: operations planned and compiled once, then run. */
export class Engine {
  readonly schema: EngineSchema;
  readonly #transports: ReadonlyMap<string, SubgraphTransport>;
  readonly #plans: PlanCache;

  /** Throws CONFIGURATION_INVALID when a subgraph of the supergraph has no transport. */
  constructor(options: EngineGatewayOptions) {
    this.schema = loadSupergraph(options.supergraphSdl);
    checkTransports(this.schema, options.transports);
    this.#transports = options.transports;
    this.#plans = new PlanCache(this.schema, options.plans ?? PLANS, options.log);
  }

  /** Runs one operation; never throws for what a client or a subgraph did. */
  async execute(request: EngineRequest, call: SubgraphCall): Promise<EngineResult> {
    const run = await this.#run(request, call);
    return "shape" in run ? responseOf(run) : run;
  }

  async #run(request: EngineRequest, call: SubgraphCall): Promise<ShapeInput | EngineResult> {
    const selected = this.#plans.select(request);
    if (selected instanceof GraphQLError) {
      return { errors: [selected] };
    }
    const conditions = readConditions(this.schema, selected, request.variables);
    if (Array.isArray(conditions)) {
      return { errors: conditions };
    }
    const prepared = this.#plans.prepare(request, selected, conditions as Readonly<Record<string, boolean>>);
    if (prepared instanceof GraphQLError) {
      return { errors: [prepared] };
    }
    return runOperation(this.schema, this.#transports, selected, prepared, request.variables, call);
  }
}
