import type { FetchNode, QueryPlanSelectionNode } from "@apollo/query-planner";
import { parse, type DocumentNode, type SelectionSetNode } from "graphql";
import { completeTypenames } from "./complete-typenames.js";
import { operationOf, selectionOf } from "./documents.js";
import { pathKey, pathsBrought } from "./found-entities.js";
import { compileRequires, type CompiledRequires } from "./representations.js";
import { compileRewrites, type Rewrite } from "./rewrites.js";
import type { TypeConditions } from "./type-conditions.js";

/** One fetch of the plan, prepared: where its entities are, what it sends for each, what it asks. */
export interface CompiledFetch {
  readonly subgraph: string;
  readonly kind: "query" | "mutation";
  /** From the root of the data to the entities; `@` steps into a list. */
  readonly path: readonly string[];
  readonly pathKey: string;
  readonly text: string;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: readonly string[];
  /** Undefined for a fetch of root fields. */
  readonly entities: CompiledRequires | undefined;
  readonly rewriteResult: Rewrite | undefined;
  /** What it selects on a root or on an entity. */
  readonly selection: SelectionSetNode;
  /** The paths at which it may bring objects. */
  readonly brings: readonly string[];
  /** Two fetches with one signature ask the same of the same entities and can share their answers. */
  readonly signature: string;
}

const TYPENAME: QueryPlanSelectionNode = { kind: "Field", name: "__typename" };

/** Names the type of every required object below an entity that fragments tell from others: its fields alone may not. */
function withTypenames(selections: readonly QueryPlanSelectionNode[], below = false): QueryPlanSelectionNode[] {
  return selections.map((selection) => {
    if (selection.kind === "Field") {
      const inner = selection.selections && { selections: withTypenames(selection.selections, true) };
      return { ...selection, ...inner };
    }
    const inner = withTypenames(selection.selections, below);
    return { ...selection, selections: below && selection.typeCondition !== undefined ? [TYPENAME, ...inner] : inner };
  });
}

/** Prepares one fetch of the plan at the place the plan puts it. */
export function compileFetch(node: FetchNode, path: readonly string[], types: TypeConditions): CompiledFetch {
  const planned = { document: parse(node.operation, { noLocation: true }), text: node.operation };
  const { document, text } = completeTypenames(planned, types);
  const { requires, inputRewrites, outputRewrites } = node;
  const selection = selectionOf(operationOf(document), requires !== undefined);
  const entities = requires && compileRequires(withTypenames(requires), compileRewrites(inputRewrites, types), types);
  return {
    subgraph: node.serviceName,
    kind: node.operationKind === "mutation" ? "mutation" : "query",
    path,
    pathKey: pathKey(path),
    text,
    document,
    operationName: node.operationName,
    variables: node.variableUsages ?? [],
    entities,
    rewriteResult: compileRewrites(outputRewrites, types),
    selection,
    brings: pathsBrought(path, selection, document),
    signature: JSON.stringify([node.operation.replace(/^query \w+/, "query"), requires, inputRewrites, outputRewrites]),
  };
}
