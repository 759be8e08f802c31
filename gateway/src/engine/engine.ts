import { HubError } from "@hub/schema";
import { GraphQLError } from "graphql";
import type { SubgraphCall, SubgraphTransport } from "../transport/transport.js";
import type { Data } from "./data.js";
import { DirectiveHolders } from "./directive-holders.js";
import type { EngineGatewayOptions } from "./engine-options.js";
import { loadSupergraph, type EngineSchema } from "./engine-schema.js";
import type { Fault } from "./fault-log.js";
import type { LocatedFault } from "./locate-faults.js";
import { PlanCache, type OperationSource } from "./plan-cache.js";
import type { PlanRun } from "./plan-run.js";
import { readConditions } from "./read-variables.js";
import type { Conditions } from "./resolve-conditions.js";
import { runOperation, shapeInput, type ReadyOperation } from "./run-operation.js";
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

type Preparation = ReadyOperation | { readonly errors: readonly GraphQLError[] };

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
  readonly #holders: DirectiveHolders;
  readonly #plans: PlanCache;

  /** Throws CONFIGURATION_INVALID when a subgraph of the supergraph has no transport. */
  constructor(options: EngineGatewayOptions) {
    this.schema = loadSupergraph(options.supergraphSdl);
    checkTransports(this.schema, options.transports);
    this.#transports = options.transports;
    this.#holders = new DirectiveHolders(this.schema, options.transports);
    this.#plans = new PlanCache(this.schema, this.#holders, options.plans ?? PLANS, options.log);
  }

  /** Runs one operation; never throws for what a client or a subgraph did. */
  execute(request: EngineRequest, call: SubgraphCall): Promise<EngineResult> {
    return this.#run(
      request,
      call,
      (ready, run) => this.#respond(ready, run, request),
      (result) => result,
    );
  }

  /** The same, written as the JSON of a GraphQL response. */
  executeToJson(request: EngineRequest, call: SubgraphCall): Promise<string> {
    return this.#run(request, call, (ready, run) => this.#write(ready, run, request), JSON.stringify);
  }

  /** Makes a result of an operation's run, or of the errors that kept it from running. */
  #run<T>(
    request: EngineRequest,
    call: SubgraphCall,
    finish: (ready: ReadyOperation, run: PlanRun) => T,
    refuse: (errors: EngineResult) => T,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      const start = (ready: Preparation): void => {
        if ("errors" in ready) {
          resolve(refuse(ready));
          return;
        }
        const { variables } = request;
        const input = { types: this.schema.supergraphTypes, transports: this.#transports, variables, call };
        runOperation(ready, input, (run) => resolve(finish(ready, run)), reject);
      };
      const ready = this.#prepare(request);
      if ("errors" in ready || ready.prepared.unsure.length === 0) {
        start(ready);
        return;
      }
      this.#holders
        .ask(ready.prepared.unsure, call)
        .then((learned) => start(learned ? this.#prepare(request, true) : ready))
        .catch(reject);
    });
  }

  #respond(ready: ReadyOperation, run: PlanRun, { variables }: EngineRequest): EngineResult {
    return responseOf(shapeInput(this.schema, ready, run, variables));
  }

  #write(ready: ReadyOperation, run: PlanRun, request: EngineRequest): string {
    const data = run.faults.clean ? ready.prepared.writeJson(run) : undefined;
    return data === undefined ? JSON.stringify(this.#respond(ready, run, request)) : `{"data":${data}}`;
  }

  #prepare(request: EngineRequest, anew = false): Preparation {
    const selected = this.#plans.select(request);
    if (selected instanceof GraphQLError) {
      return { errors: [selected] };
    }
    const conditions = readConditions(this.schema, selected, request.variables);
    if (isErrors(conditions)) {
      return { errors: conditions };
    }
    const prepared = this.#plans.prepare(request, selected, conditions, anew);
    return prepared instanceof GraphQLError ? { errors: [prepared] } : { selected, prepared };
  }
}
