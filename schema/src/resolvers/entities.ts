import { isObjectType, type GraphQLFieldResolver, type GraphQLResolveInfo, type GraphQLSchema } from "graphql";
import { isPromise } from "../execution/graphql-promise.js";

/** Gives the entity of a reference; null when there is none. May throw. */
type Resolve = (reference: never, context: never, info: GraphQLResolveInfo) => unknown;

type Representation = { readonly __typename: string };
type Representations = { readonly representations: readonly Representation[] };

/**
 * Makes `_entities` cost one call, and one promise when the entity is one, for each representation; @apollo/subgraph makes
 * several of each. What a representation gives or fails with is the same.
 *
 * Representations of anything but object types are left to @apollo/subgraph.
 */
export function resolveEntitiesDirectly(schema: GraphQLSchema, references: Readonly<Record<string, Resolve>>): void {
  const field = schema.getQueryType()?.getFields()["_entities"];
  const original = field?.resolve as GraphQLFieldResolver<unknown, unknown, Representations> | undefined;
  if (field === undefined || original === undefined) return;

  const resolve: GraphQLFieldResolver<unknown, unknown, Representations> = (root, args, context, info) => {
    const { representations } = args;
    const known = representations.every((one) => isObjectType(schema.getType(one?.__typename)));
    if (!known || "cacheControl" in info) return original(root, args, context, info);
    return representations.map((reference) => entityOf(references[reference.__typename], reference, context, info));
  };
  field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
}

/** A throw is one failed entity, not the end of the list. */
function entityOf(
  resolve: Resolve | undefined,
  reference: Representation,
  context: unknown,
  info: GraphQLResolveInfo,
): unknown {
  const { __typename: name } = reference;
  try {
    const entity = resolve === undefined ? reference : resolve(reference as never, context as never, info);
    return isPromise(entity) ? entity.then((kept) => withTypeName(kept, name)) : withTypeName(entity, name);
  } catch (error) {
    return Promise.reject(error);
  }
}

/** The entity as GraphQL can tell its type; one that says another type of itself is copied, as it may be shared. */
function withTypeName(entity: unknown, name: string): unknown {
  if (typeof entity !== "object" || entity === null) return entity;
  const given = (entity as Partial<Representation>).__typename;
  if (given === name) return entity;
  if ("__typename" in entity) return { ...entity, __typename: name };
  return Object.defineProperty(entity, "__typename", { value: name });
}
