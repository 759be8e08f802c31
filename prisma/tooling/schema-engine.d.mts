/** See schema-engine.mjs. Of the engine's calls, those the tests use; the package types their inputs too narrowly. */
export function schemaEngine(url: string): Promise<{
  readonly engine: {
    diff(params: object): Promise<{ stdout: string }>;
    diagnoseMigrationHistory(params: object): Promise<object>;
    applyMigrations(params: object): Promise<{ appliedMigrationNames: string[] }>;
  };
  close(): Promise<void>;
}>;
