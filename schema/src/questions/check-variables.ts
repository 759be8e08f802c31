import { Kind, print, type OperationDefinitionNode, type TypeNode } from "graphql";
import type { Json } from "./question.js";

/** One default variable that does not fit the operation. */
export interface VariableFault {
  readonly found: string;
  readonly expected: string;
}

const fitsBuiltIn: Readonly<Record<string, (value: Json) => boolean>> = {
  Int: (value) => Number.isInteger(value),
  Float: (value) => typeof value === "number",
  Boolean: (value) => typeof value === "boolean",
  String: (value) => typeof value === "string",
  ID: (value) => typeof value === "string",
};

/** Whether a value can stand for a type, as far as that can be told without the schema. */
function fits(value: Json, type: TypeNode): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) return value !== null && fits(value, type.type);
  if (value === null) return true;
  if (type.kind === Kind.LIST_TYPE) return Array.isArray(value) && value.every((item: Json) => fits(item, type.type));
  return fitsBuiltIn[type.name.value]?.(value) ?? true;
}

/** Compares default variables with an operation's variable definitions; gives every fault. */
export function checkVariables(
  variables: { readonly [name: string]: Json },
  operation: OperationDefinitionNode,
): VariableFault[] {
  const definitions = new Map((operation.variableDefinitions ?? []).map((node) => [node.variable.name.value, node]));
  const faults: VariableFault[] = [];

  for (const [name, value] of Object.entries(variables)) {
    const type = definitions.get(name)?.type;
    if (type === undefined) {
      const known = [...definitions.keys()].map((defined) => `$${defined}`).join(", ");
      faults.push({
        found: `variable "${name}"`,
        expected: `one the operation defines (${known || "it defines none"})`,
      });
    } else if (!fits(value, type)) {
      faults.push({ found: `variable "${name}": ${JSON.stringify(value)}`, expected: `a value of ${print(type)}` });
    }
  }
  for (const [name, { type, defaultValue }] of definitions) {
    if (type.kind !== Kind.NON_NULL_TYPE || defaultValue !== undefined || name in variables) continue;
    faults.push({ found: `no variable "${name}"`, expected: `a default, as the operation asks for ${print(type)}` });
  }
  return faults;
}
