import { getVariableValues, GraphQLError } from "graphql";
import type { SubgraphCall, SubgraphTransport } from "../transport/transport.js";
import type { Data } from "./data.js";
import type { EngineSchema } from "./engine-schema.js";
import { FaultLog, type Fault } from "./fault-log.js";
import { introspect } from "./introspection.js";
import type { LocatedFault } from "./locate-faults.js";
import { mergeInto } from "./merge-results.js";
import { asker } from "./plan-run.js";
import type { CompiledPlan, PreparedOperation } from "./prepare-operation.js";
import { runPlan } from "./run-plan.js";
import { shapeResponse, type ShapeInput } from "./shape-response.js";

/** The engine's answer. Without `data` the operation did not run. */
export interface EngineResult {
  readonly data?: Data | null;
  readonly errors?: readonly GraphQLError[];
}

type Variables = Readonly<Record<string, unknown>>;

function toError({ message, code, subgraph, detail }: Fault, path?: LocatedFault["path"]): GraphQLError {
  const place = path === undefined ? {} : { path };
  return new GraphQLError(message, {
    ...place,
    extensions: { ...detail, code, ...(subgraph === "" ? {} : { subgraph }) },
  });
}

function badVariables(errors: readonly GraphQLError[]): EngineResult {
  return {
    errors: errors.map(
      ({ message, nodes }) =>
        new GraphQLError(message, { nodes: nodes ?? null, extensions: { code: "BAD_USER_INPUT" } }),
    ),
  };
}

/** A run that is over, before it becomes a response. */
export type FinishedRun = { readonly refused: EngineResult } | { readonly input: ShapeInput };

/** Runs one prepared operation: checks its variables, runs its plans, and says what the response is to be made from. */
export async function runOperation(
  schema: EngineSchema,
  transports: ReadonlyMap<string, SubgraphTransport>,
  prepared: PreparedOperation,
  variables: Variables,
  call: SubgraphCall,
): Promise<FinishedRun> {
  const { operation, conditionVariables, clientVariable, plans } = prepared;
  let coerced: Variables = {};
  if (operation.variableDefinitions !== undefined && operation.variableDefinitions.length > 0) {
    const checked = getVariableValues(schema.apiSchema, operation.variableDefinitions, variables);
    if (checked.errors !== undefined) {
      return { refused: badVariables(checked.errors) };
    }
    coerced = checked.coerced;
  }
  const conditions: Record<string, boolean> = {};
  for (const name of conditionVariables) {
    conditions[name] = coerced[name] === true;
  }
  const faults = new FaultLog();
  const ask = asker(transports, call);
  const variable = (name: string): unknown => {
    const given = clientVariable.get(name) ?? name;
    return Object.hasOwn(variables, given) ? variables[given] : undefined;
  };
  const run = async ({ calls }: CompiledPlan): Promise<Data> => {
    const root: Data = {};
    await runPlan(calls, { root, faults, types: schema.supergraphTypes, conditions, variable, ask });
    return root;
  };
  const [root = {}, ...others] =
    plans.length === 1 ? [await run(plans[0] as CompiledPlan)] : await Promise.all(plans.map(run));
  others.forEach((other) => mergeInto(root, other));
  return {
    input: {
      root,
      faults,
      shape: prepared.shapeFor(conditions),
      fetches: plans.flatMap((plan) => plan.fetches),
      types: schema.supergraphTypes,
      introspect: (field) => introspect(schema.apiSchema, operation, prepared.fragments.values(), variables, field),
    },
  };
}

/** Makes the response of a run, as objects. */
export function responseOf(run: FinishedRun): EngineResult {
  if ("refused" in run) {
    return run.refused;
  }
  const { data, faults } = shapeResponse(run.input);
  const errors = [
    ...faults.map(({ fault, path }) => toError(fault, path)),
    ...run.input.faults.general.map((fault) => toError(fault)),
  ];
  return errors.length === 0 ? { data } : { data, errors };
}
