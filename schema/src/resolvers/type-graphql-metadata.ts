import type { getMetadataStorage } from "type-graphql";

/** What TypeGraphQL's decorators have collected, of all subgraphs of this process. */
export type Storage = ReturnType<typeof getMetadataStorage>;

/** A method that resolves a field of an object type. */
export type FieldResolver = Storage["fieldResolvers"][number];

/** The class whose field a method resolves; undefined when its resolver class names none. */
export function objectClassOf(storage: Storage, { kind, target }: FieldResolver): Function | undefined {
  if (kind === "internal") return target;
  try {
    return storage.resolverClasses.find((resolver) => resolver.target === target)?.getObjectType();
  } catch {
    return undefined;
  }
}
