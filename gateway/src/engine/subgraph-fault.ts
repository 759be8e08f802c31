import { errorCatalogue, HubError } from "@hub/schema";
import type { Fault, SubgraphError } from "./fault-log.js";

const CODE = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;
const UNCODED = "DOWNSTREAM_SERVICE_ERROR";

/** Codes of the hub whose words are written for clients; of all other errors only the code is passed on. */
function speaksToClients(code: string): boolean {
  return Object.hasOwn(errorCatalogue, code) && code !== "INTERNAL";
}

function relay(subgraph: string, message: unknown, extensions: Readonly<Record<string, unknown>>): Fault {
  const found = extensions["code"];
  const code = typeof found === "string" && CODE.test(found) ? found : UNCODED;
  if (!speaksToClients(code) || typeof message !== "string") {
    return { message: `Subgraph "${subgraph}" reported an error.`, code, subgraph };
  }
  const { code: _code, subgraph: _subgraph, stacktrace: _stack, ...detail } = extensions;
  return { message, code, subgraph, detail };
}

/** What clients are told of an error in a subgraph's answer: its code, and its words only when they are the hub's own. */
export function faultOfError(subgraph: string, error: SubgraphError): Fault {
  return relay(subgraph, error.message, error.extensions ?? {});
}

/** What clients are told when a subgraph could not be asked. */
export function faultOfFailure(subgraph: string, error: unknown): Fault {
  if (error instanceof HubError) {
    return relay(subgraph, error.message, error.extensions);
  }
  return {
    message: `Subgraph "${subgraph}": found no connection; expected an answer.`,
    code: "SUBGRAPH_UNAVAILABLE",
    subgraph,
  };
}

/** A subgraph's answer that its schema forbids; the answer itself is not quoted. */
export function invalidResponse(subgraph: string, found: string, expected: string): Fault {
  return {
    message: `Subgraph "${subgraph}": found ${found}; expected ${expected}.`,
    code: "SUBGRAPH_INVALID_RESPONSE",
    subgraph,
  };
}
