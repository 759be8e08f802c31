import { getMetadataStorage, type BuildSchemaOptions } from "type-graphql";
import { objectClassOf, type FieldResolver, type Storage } from "./type-graphql-metadata.js";

type Field = Storage["fields"][number];

/**
 * Marks the fields that are nothing but a property of their class as simple, so that TypeGraphQL gives them no resolver:
 * reading them then costs no call. To be called before the schema is built.
 *
 * A field stays as it is when anything stands before its property: roles, a middleware, a resolver in any subgraph,
 * another name in the schema.
 */
export function markPlainFields({ globalMiddlewares = [] }: Pick<BuildSchemaOptions, "globalMiddlewares">): void {
  const storage = getMetadataStorage();
  for (const field of storage.fields) {
    if (field.simple !== false) field.simple = globalMiddlewares.length === 0 && isPlain(storage, field);
  }
}

function isPlain(storage: Storage, { target, name, schemaName }: Field): boolean {
  const concerns = (entry: { readonly target: Function; readonly fieldName: string }): boolean =>
    entry.target === target && entry.fieldName === name;
  const resolves = (resolver: FieldResolver): boolean =>
    (resolver.methodName === name || resolver.schemaName === name) &&
    (objectClassOf(storage, resolver) ?? target) === target;
  return (
    name === schemaName &&
    !storage.authorizedFields.some(concerns) &&
    !storage.authorizedResolver.some((entry) => entry.target === target) &&
    !storage.middlewares.some(concerns) &&
    !storage.resolverMiddlewares.some((entry) => entry.target === target) &&
    !storage.fieldResolvers.some(resolves)
  );
}
