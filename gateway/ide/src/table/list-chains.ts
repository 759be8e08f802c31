import type { Shape } from "./shape";

/** From the root field down to one list: the path of each list on the way, outermost first. */
export type ListChain = readonly (readonly string[])[];

/** A leaf that repeats (a list of codes) fills one cell; only lists of objects make rows. */
export function makesRows(shape: Shape): boolean {
  return shape.list && shape.fields.length > 0;
}

/**
 * The lists of an answer that become tables: every list of objects that has no other list inside it.
 *
 * Two lists side by side give two chains, so that their rows are never multiplied. No list gives one empty chain.
 */
export function listChains(root: Shape): readonly ListChain[] {
  function below(shape: Shape, path: readonly string[]): ListChain[] {
    const here = [...path, shape.key];
    const inner = shape.fields.flatMap((field) => below(field, here));
    if (!makesRows(shape)) return inner;
    return inner.length === 0 ? [[here]] : inner.map((chain) => [here, ...chain]);
  }
  const chains = below(root, []);
  return chains.length === 0 ? [[]] : chains;
}
