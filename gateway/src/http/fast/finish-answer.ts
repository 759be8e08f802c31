import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { formatError } from "../../errors/format-error.js";
import { identifyErrors, logErrors } from "../../errors/report-errors.js";
import type { HubContext } from "../../hub-context.js";

/** An answer's text as it is sent. */
export interface FinishedAnswer {
  readonly text: string;
  readonly status: number;
  readonly clean: boolean;
}

interface ParsedAnswer {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
}

function statusOf(errors: readonly GraphQLFormattedError[]): number {
  const heads = errors.map(({ extensions }) => extensions?.["http"] as { readonly status?: number } | undefined);
  return heads.findLast((head) => typeof head?.status === "number")?.status ?? 200;
}

/**
 * Makes the engine's JSON what clients see: errors formatted, logged and with the request id.
 *
 * Gives null when the operation did not run: Apollo Server then says why.
 */
export function finishAnswer(json: string, context: HubContext, log: Logger): FinishedAnswer | null {
  // Quotes in a value are escaped, so these characters can only be a key.
  if (!json.includes('"errors":')) return { text: `${json}\n`, status: 200, clean: true };
  const { data, errors } = JSON.parse(json) as ParsedAnswer;
  if (errors === undefined) return { text: `${json}\n`, status: 200, clean: true };
  if (data === undefined) return null;
  logErrors(
    errors.map(({ message, path, extensions }) => new GraphQLError(message, { path, extensions })),
    context,
    log,
  );
  const seen = identifyErrors(errors.map(formatError), context);
  return { text: `${JSON.stringify({ errors: seen, data })}\n`, status: statusOf(errors), clean: false };
}
