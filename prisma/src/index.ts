export { countQueries, type QueryCount } from "./count-queries.js";
export { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from "./embedded-postgres.js";
export type { LoadBatch, LoadPart } from "./load/load-batch.js";
export { loadRecords, type LoadProgress, type LoadRecordsOptions, type LoadResult } from "./load/load-records.js";
export { migrate } from "./migrate.js";
export { openDatabase, type Database, type OpenDatabaseOptions, type OwnerClient } from "./open-database.js";
export { readDataVersion, type DataVersion } from "./read-data-version.js";
export { createTestCluster, createTestDatabases, type TestCluster, type TestDatabases } from "./test-cluster.js";
