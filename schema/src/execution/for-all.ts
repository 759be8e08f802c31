import type { GraphQLFieldResolver } from "graphql";
import { withoutInfoNeed } from "./info-need.js";

type Resolver = GraphQLFieldResolver<unknown, unknown>;

/** Resolves a field for many parents at one time: for each, in their order, its value or the Error it fails with. */
export type ResolveForAll = (
  parents: readonly unknown[],
  args: Record<string, unknown>,
  context: unknown,
) => Promise<readonly unknown[]>;

const known = new WeakMap<Function, ResolveForAll>();

/** A resolver of one parent that the prepared execution may ask for all parents of a field together. */
export function forAllResolver(resolveForAll: ResolveForAll): Resolver {
  const resolve: Resolver = async (parent, args, context) => {
    const [value] = await resolveForAll([parent], args as Record<string, unknown>, context);
    return value;
  };
  known.set(resolve, resolveForAll);
  return withoutInfoNeed(resolve);
}

/** How a resolver answers for many parents; undefined when it is asked for one at a time. */
export function forAllOf(resolve: Function | undefined): ResolveForAll | undefined {
  return resolve && known.get(resolve);
}
