import type { Pool } from "pg";

/** The one database a subgraph owns, as its stores use it. */
export interface SubgraphDatabase {
  readonly pool: Pool;
}
