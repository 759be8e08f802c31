import { Kind, visit, type DocumentNode, type FieldNode } from "graphql";
import { printArguments, type InternalNames } from "./internal-names.js";

/** The key a client's field has in the engine's own data, which may differ from the key of the response. */
export type InternalKey = (field: FieldNode) => string;

/** An operation whose aliases cannot be mistaken for fields the planner adds. */
export interface RenamedOperation {
  readonly document: DocumentNode;
  readonly keyOf: InternalKey;
  /** What the operation's variables are called between gateway and subgraphs. */
  readonly variableOf: (clientName: string) => string;
}

const TAKEN_VARIABLE = "representations";

function responseKey(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}

function collides(field: FieldNode, names: InternalNames): boolean {
  const differs = responseKey(field) !== field.name.value || (field.arguments?.length ?? 0) > 0;
  return (names.reserved.has(responseKey(field)) && differs) || names.withArguments.has(field.name.value);
}

function keyMaker(names: InternalNames, used: Set<string>): InternalKey {
  const keys = new Map<string, string>();
  const invent = (wish: string): string => {
    for (let number = 0; ; number++) {
      const key = `${wish}_${number}`;
      if (!names.fields.has(key) && !used.has(key)) {
        return key;
      }
    }
  };
  return (field) => {
    if (!collides(field, names)) {
      return responseKey(field);
    }
    const signature = `${responseKey(field)}:${field.name.value}(${printArguments(field)})`;
    const key = keys.get(signature) ?? invent(`client_${responseKey(field).replace(/^_+/, "")}`);
    keys.set(signature, key);
    used.add(key);
    return key;
  };
}

/**
 * Gives the planner an operation in which no key stands for two things.
 *
 * The planner adds key and required fields under their plain names and lets a client's alias of that name win, so that a
 * subgraph would be sent the wrong value. Such aliases get a name of their own on the way in.
 */
export function renameKeys(document: DocumentNode, names: InternalNames): RenamedOperation {
  const used = new Set<string>();
  visit(document, { Name: (node) => void used.add(node.value) });
  const keyOf = keyMaker(names, used);
  const free = `client_${TAKEN_VARIABLE}${"_".repeat(used.size)}`;
  const variableOf = (name: string): string => (name === TAKEN_VARIABLE ? free : name);
  const renamed = visit(document, {
    Field(field) {
      const key = keyOf(field);
      return key === responseKey(field) ? undefined : { ...field, alias: { kind: Kind.NAME, value: key } };
    },
    Variable(node) {
      const name = variableOf(node.name.value);
      return name === node.name.value ? undefined : { ...node, name: { kind: Kind.NAME, value: name } };
    },
  });
  return { document: renamed, keyOf, variableOf };
}
