/**
 * The one list of subgraphs: gateway addresses, scripts, schema printing and tests follow from it.
 *
 * `port` is where the subgraph listens (loopback) when it runs as a service; `database` says whether it owns one.
 */
export const SUBGRAPHS = [
  { name: "schools", port: 4001, database: true },
  { name: "personnel", port: 4002, database: true },
  { name: "funding", port: 4003, database: true },
  { name: "inspection", port: 4004, database: true },
  { name: "indicators", port: 4005, database: false },
] as const;

export type SubgraphName = (typeof SUBGRAPHS)[number]["name"];

/** Subgraphs that own a database. */
export type OwnerName = Extract<(typeof SUBGRAPHS)[number], { database: true }>["name"];

/** Names of the owners, in the order of SUBGRAPHS. */
export const OWNERS: readonly OwnerName[] = SUBGRAPHS.filter((entry) => entry.database).map(
  (entry) => entry.name as OwnerName,
);
