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
