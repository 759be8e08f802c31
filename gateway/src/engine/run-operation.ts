import type { SubgraphCall, SubgraphTransport } from "../transport/transport.js";
import type { Data } from "./data.js";
import type { EngineSchema } from "./engine-schema.js";
import { FaultLog } from "./fault-log.js";
import { FoundEntities } from "./found-entities.js";
import { introspect } from "./introspection.js";
import { asker, type Texts } from "./plan-run.js";
import type { PreparedOperation, SelectedOperation } from "./prepare-operation.js";
import { runPlan } from "./run-plan.js";
import type { ShapeInput } from "./shape-response.js";

/** What an operation's plan brought. */
export interface OperationRun extends ShapeInput {
  readonly texts: Texts;
}

/** Runs a prepared operation's plan and says what the response is to be made from. */
export async function runOperation(
  schema: EngineSchema,
  transports: ReadonlyMap<string, SubgraphTransport>,
  { operation, fragments }: SelectedOperation,
  { plan, shape, clientVariable }: PreparedOperation,
  variables: Readonly<Record<string, unknown>>,
  call: SubgraphCall,
): Promise<OperationRun> {
  const ask = asker(transports, call);
  const variable = (name: string): unknown => {
    const given = clientVariable.get(name) ?? name;
    return Object.hasOwn(variables, given) ? variables[given] : undefined;
  };
  const texts: Texts = { unescaped: true };
  const root: Data = {};
  const faults = new FaultLog();
  await runPlan(plan.calls, {
    root,
    faults,
    types: schema.supergraphTypes,
    found: new FoundEntities(),
    texts,
    variable,
    ask,
  });
  return {
    root,
    faults,
    texts,
    shape,
    fetches: plan.fetches,
    types: schema.supergraphTypes,
    introspect: (field) => introspect(schema.apiSchema, operation, fragments.values(), variables, field),
  };
}
