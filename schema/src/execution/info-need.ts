import { getNamedType, isAbstractType, isObjectType, type GraphQLOutputType } from "graphql";

const withoutInfo = new WeakSet<Function>();

/** Says of a resolver that it never looks at its info, which then need not be made. Gives the resolver. */
export function withoutInfoNeed<R extends Function>(resolve: R): R {
  withoutInfo.add(resolve);
  return resolve;
}

/** Whether a resolver may look at its info: all but those {@link withoutInfoNeed} was told of. */
export function needsInfo(resolve: Function): boolean {
  return !withoutInfo.has(resolve);
}

/** Whether telling the type of a value takes the field's info. */
export function asksForInfo(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return isAbstractType(named) || (isObjectType(named) && Boolean(named.isTypeOf));
}
