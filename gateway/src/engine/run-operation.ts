import type { SubgraphCall, SubgraphTransport } from "../transport/transport.js";
import { adoptFaults } from "./adopt-faults.js";
import type { Data } from "./data.js";
import type { EngineSchema } from "./engine-schema.js";
import { FaultLog } from "./fault-log.js";
import { FoundEntities } from "./found-entities.js";
import { introspect } from "./introspection.js";
import { mergeInto } from "./merge-results.js";
import { asker, type Texts } from "./plan-run.js";
import type { CompiledPlan, PreparedOperation, SelectedOperation } from "./prepare-operation.js";
import { runPlan } from "./run-plan.js";
import type { ShapeInput } from "./shape-response.js";

/** What an operation's plans brought. */
export interface OperationRun extends ShapeInput {
  readonly texts: Texts;
}

/** Runs a prepared operation's plans and says what the response is to be made from. */
export async function runOperation(
  schema: EngineSchema,
  transports: ReadonlyMap<string, SubgraphTransport>,
  { operation, fragments }: SelectedOperation,
  { plans, shape, clientVariable }: PreparedOperation,
  variables: Readonly<Record<string, unknown>>,
  call: SubgraphCall,
): Promise<OperationRun> {
  const ask = asker(transports, call);
  const variable = (name: string): unknown => {
    const given = clientVariable.get(name) ?? name;
    return Object.hasOwn(variables, given) ? variables[given] : undefined;
  };
  const texts: Texts = { unescaped: true };
  const run = async ({ calls }: CompiledPlan): Promise<{ readonly root: Data; readonly faults: FaultLog }> => {
    const root: Data = {};
    const faults = new FaultLog();
    await runPlan(calls, {
      root,
      faults,
      types: schema.supergraphTypes,
      found: new FoundEntities(),
      texts,
      variable,
      ask,
    });
    return { root, faults };
  };
  const [first, ...others] = plans;
  const { root, faults } = first === undefined ? { root: {}, faults: new FaultLog() } : await run(first);
  for (const other of await Promise.all(others.map(run))) {
    mergeInto(root, other.root, schema.supergraphTypes);
    adoptFaults(faults, root, other.faults, other.root);
  }
  return {
    root,
    faults,
    texts,
    shape,
    fetches: plans.flatMap((plan) => plan.fetches),
    types: schema.supergraphTypes,
    introspect: (field) => introspect(schema.apiSchema, operation, fragments.values(), variables, field),
  };
}
