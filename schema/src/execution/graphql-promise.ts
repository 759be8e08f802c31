/** A value, or the promise of it: what a resolver may give. */
export type MaybePromise<T> = T | Promise<T>;

/** Whether GraphQL waits for a value: anything with a `then`, as graphql-js tells promises. */
export function isPromise(value: unknown): value is Promise<unknown> {
  return (
    ((typeof value === "object" && value !== null) || typeof value === "function") &&
    typeof (value as { then?: unknown }).then === "function"
  );
}
