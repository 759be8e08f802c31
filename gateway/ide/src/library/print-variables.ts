import type { Json } from "@hub/schema";

/** The variables of a question as the editor shows them. */
export function printVariables(variables: { readonly [name: string]: Json }): string {
  return JSON.stringify(variables, null, 2);
}
