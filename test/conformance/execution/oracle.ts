import { prepareDocument, type ExecuteDocument } from "@hub/schema";
import { execute, parse, type ExecutionResult, type GraphQLSchema } from "graphql";
import { expect } from "vitest";

/** An operation as both executors are asked it; each execution gets a context and a root of its own. */
export interface Asked {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  /** @param note writes to the log of the execution, which must be the same in both */
  readonly context?: (note: (line: string) => void) => unknown;
  readonly rootValue?: () => unknown;
  /** Errors are compared as a set: those of one turn, in fields resolved for all rows at once, have no order. */
  readonly errorsInAnyOrder?: boolean;
}

/** Everything of a result a client could see, and the order it is in. */
export function shown({ data, errors, ...others }: ExecutionResult, inAnyOrder = false): string {
  const told = errors?.map((error) => ({
    ...error.toJSON(),
    locations: error.locations,
    nodes: error.nodes?.map(({ kind, loc }) => [kind, loc?.start]),
    original: error.originalError?.message,
  }));
  if (inAnyOrder) told?.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  return JSON.stringify({ ...others, errors: told, data }, null, 1);
}

/**
 * Executes an operation by graphql-js and, twice, prepared: answers and logs must be the same text. Gives the answer.
 *
 * @param prepared the document, when it is to be the same for several requests
 *
 * graphql-js leaves promises of a failed list unhandled; the prepared execution must not.
 */
export async function expectSame(
  schema: GraphQLSchema,
  asked: Asked,
  prepared: ExecuteDocument = prepareDocument(schema, parse(asked.query)),
): Promise<string> {
  const document = parse(asked.query);
  const { variables = {}, operationName } = asked;
  const byGraphql = (context: unknown, rootValue: unknown) =>
    execute({
      schema,
      document,
      variableValues: variables,
      operationName: operationName ?? null,
      contextValue: context,
      rootValue,
    });
  const byPrepared = (context: unknown, rootValue: unknown) =>
    prepared({ variables, operationName, context, rootValue });

  const expected = await observe(byGraphql, asked);
  const label = `${asked.query} ${JSON.stringify(variables)}`;
  // The first request of an operation is not prepared yet.
  await observe(byPrepared, asked);
  for (const _time of ["prepared", "again"]) {
    const found = await observe(byPrepared, asked);
    expect(found.log, label).toEqual(expected.log);
    expect(found.answer, label).toBe(expected.answer);
    expect(found.unhandled, label).toEqual([]);
  }
  return expected.answer;
}

async function observe(
  run: (context: unknown, rootValue: unknown) => unknown,
  { context, rootValue, errorsInAnyOrder }: Asked,
) {
  const log: string[] = [];
  const unhandled: unknown[] = [];
  const listeners = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", (reason) => unhandled.push(reason));
  try {
    const context_ = context?.((line) => log.push(line));
    const answer = shown((await run(context_, rootValue?.())) as ExecutionResult, errorsInAnyOrder);
    const logged = [...log];
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    return { answer, log: logged, unhandled };
  } finally {
    process.removeAllListeners("unhandledRejection");
    for (const listener of listeners) process.on("unhandledRejection", listener);
  }
}
