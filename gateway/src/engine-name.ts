/** What executes operations: `apollo`, the stock executor; `hub`, the hub's own compiled plans. */
export const ENGINES = ["apollo", "hub"] as const;
export type EngineName = (typeof ENGINES)[number];

/** What executes operations unless something else is asked for. */
export const DEFAULT_ENGINE: EngineName = "hub";
