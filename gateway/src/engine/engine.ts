import { HubError } from "@hub/schema";
import { GraphQLError } from "graphql";
import type { SubgraphCall, SubgraphTransport } from "../transport/transport.js";
import type { Data } from "./data.js";
import type { EngineGatewayOptions } from "./engine-options.js";
import { loadSupergraph, type EngineSchema } from "./engine-schema.js";
import type { Fault } from "./fault-log.js";
import type { LocatedFault } from "./locate-faults.js";
import { PlanCache, type OperationSource } from "./plan-cache.js";
import type { PreparedOperation, SelectedOperation } from "./prepare-operation.js";
import { readConditions } from "./read-variables.js";
import type { Conditions } from "./resolve-conditions.js";
import { runOperation, type OperationRun } from "./run-operation.js";
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

interface Ready {
  readonly selected: SelectedOperation;
  readonly prepared: PreparedOperation;
}

const PLANS = 2_000;

function isErrors(conditions: Conditions | readonly GraphQLError[]): conditions is readonly GraphQLError[] {
  return Array.isArray(conditions);
}

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
    const ready = this.#prepare(request);
    return "errors" in ready ? ready : responseOf(await this.#run(request, ready, call));
  }

  /** The same, written as the JSON of a GraphQL response. */
  async executeToJson(request: EngineRequest, call: SubgraphCall): Promise<string> {
    const ready = this.#prepare(request);
    if ("errors" in ready) {
      return JSON.stringify(ready);
    }
    const run = await this.#run(request, ready, call);
    const data = run.faults.clean ? ready.prepared.writeJson(run.root, run.texts.unescaped) : undefined;
    return data === undefined ? JSON.stringify(responseOf(run)) : `{"data":${data}}`;
  }

  #prepare(request: EngineRequest): Ready | { readonly errors: readonly GraphQLError[] } {
    const selected = this.#plans.select(request);
    if (selected instanceof GraphQLError) {
      return { errors: [selected] };
    }
    const conditions = readConditions(this.schema, selected, request.variables);
    if (isErrors(conditions)) {
      return { errors: conditions };
    }
    const prepared = this.#plans.prepare(request, selected, conditions);
    return prepared instanceof GraphQLError ? { errors: [prepared] } : { selected, prepared };
  }

  #run(request: EngineRequest, { selected, prepared }: Ready, call: SubgraphCall): Promise<OperationRun> {
    return runOperation(this.schema, this.#transports, selected, prepared, request.variables, call);
  }
}
