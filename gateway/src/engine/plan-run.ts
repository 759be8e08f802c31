import { isFresh, isUnescaped } from "../transport/fresh-result.js";
import type { SubgraphCall, SubgraphRequest, SubgraphResult, SubgraphTransport } from "../transport/transport.js";
import type { UsedVariable } from "./compile-call.js";
import { copyData, type Data } from "./data.js";
import { FaultLog, type Fault } from "./fault-log.js";
import { FoundEntities } from "./found-entities.js";
import { readErrors } from "./read-errors.js";
import { faultOfFailure } from "./subgraph-fault.js";
import type { TypeConditions } from "./type-conditions.js";

/** What one execution of a plan begins with. */
export interface RunInput {
  readonly types: TypeConditions;
  readonly transports: ReadonlyMap<string, SubgraphTransport>;
  /** As the client gave them. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly call: SubgraphCall;
}

/** An answer the engine may change. */
export interface OwnedResult {
  readonly data?: Data | null;
  readonly errors?: SubgraphResult["errors"];
}

/** One request under way. */
export interface Asker {
  readonly subgraph: string;
  /** False when it asks again and `ended` is left to that. */
  receive(result: OwnedResult): boolean;
  fail(fault: Fault): void;
  /** Called once, after all that came of the request. */
  readonly ended: () => void;
}

/** One execution of one plan: the data as it grows, what went wrong, and the way to the subgraphs. */
export class PlanRun {
  readonly root: Data = {};
  readonly faults = new FaultLog();
  readonly found = new FoundEntities();
  /** By place of the plan: whether one object shows equal entities there. */
  readonly shared: boolean[] = [];
  readonly types: TypeConditions;
  readonly #input: RunInput;
  /** Whether no text in the data has a character that JSON escapes. */
  unescaped = true;

  constructor(input: RunInput) {
    this.types = input.types;
    this.#input = input;
  }

  /** Adds what the client gave for these variables, under the names subgraphs know them by. */
  addVariables(into: Record<string, unknown>, used: readonly UsedVariable[]): void {
    const { variables } = this.#input;
    for (const { name, given } of used) {
      if (Object.hasOwn(variables, given) && variables[given] !== undefined) {
        into[name] = variables[given];
      }
    }
  }

  /** Sends a request and tells the asker what came of it: once, and never before this returns unless nothing is sent. */
  ask(request: SubgraphRequest, asker: Asker): void {
    const { transports, call } = this.#input;
    const failed = (error: unknown): void => {
      asker.fail(faultOfFailure(asker.subgraph, error));
      asker.ended();
    };
    let answering: Promise<SubgraphResult>;
    try {
      answering = (transports.get(asker.subgraph) as SubgraphTransport).execute(request, call);
    } catch (error) {
      failed(error);
      return;
    }
    // One step from the answer to what it leads to: each promise more is a turn of the queue for every call.
    void answering.then((result) => {
      let over: boolean;
      try {
        over = asker.receive(this.#own(result));
      } catch (error) {
        failed(error);
        return;
      }
      if (over) asker.ended();
    }, failed);
  }

  /** Makes an answer the engine's own: transports may keep what they answer, so all but fresh answers are copied. */
  #own(result: SubgraphResult): OwnedResult {
    this.unescaped &&= isUnescaped(result);
    const own = (isFresh(result) ? result : copyData(result)) as OwnedResult | null | undefined;
    const errors: unknown = own?.errors;
    if (errors === undefined || errors === null) {
      return own ?? {};
    }
    const data = own?.data;
    return { ...(data !== undefined && { data }), errors: readErrors(errors) };
  }
}
