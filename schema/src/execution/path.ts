import { getNullableType, isLeafType, type GraphQLOutputType, type GraphQLResolveInfo } from "graphql";

/** A place in the response, linked to the place it lies in; the places above tell whether it still counts. */
export type Path = GraphQLResolveInfo["path"];

/** The place of `key` below `prev`; `typename` is the type the field is of, undefined for an item of a list. */
export function pathTo(prev: Path | undefined, key: string | number, typename: string | undefined): Path {
  return { prev, key, typename };
}

/** Whether values of a type have no place below them: where they lie is asked only when they fail. */
export function hasNothingBelow(type: GraphQLOutputType): boolean {
  return isLeafType(getNullableType(type));
}
