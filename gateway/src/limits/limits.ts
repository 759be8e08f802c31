/** What one request may ask for. Every refusal names the limit and what was found. */
export interface Limits {
  /** Bytes of a request body; more is refused with BODY_TOO_LARGE before it is read. */
  readonly bodyBytes: number;
  /** Levels of nested fields; more is DEPTH_LIMIT_EXCEEDED. Introspection has a limit of its own in graphql-js. */
  readonly depth: number;
  /** Aliased fields, those of a fragment counted at each of its uses; more is ALIAS_LIMIT_EXCEEDED. */
  readonly aliases: number;
  /** `first` or `last` of a page; more is PAGE_LIMIT_EXCEEDED. */
  readonly pageSize: number;
  /** Values in a list argument; more is PAGE_LIMIT_EXCEEDED too. */
  readonly listLength: number;
  /** Lexical tokens of a document; more is GRAPHQL_PARSE_FAILED. Bounds what parsing and validation can cost. */
  readonly tokens: number;
}

/**
 * The defaults: the deepest question of the library has 8 levels; a list of 1,000 school codes takes 30 kB;
 * an explorer that selects everything uses about 5,000 tokens.
 */
export const DEFAULT_LIMITS: Limits = {
  bodyBytes: 262_144,
  depth: 15,
  aliases: 100,
  pageSize: 500,
  listLength: 1_000,
  tokens: 20_000,
};
