import type { TestProject } from "vitest/node";
import { createTestCluster } from "../src/test-cluster.js";

/** One PostgreSQL for the whole run; its address reaches the test files through `inject("adminUrl")`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await createTestCluster();
  project.provide("adminUrl", cluster.adminUrl);
  return () => cluster.close();
}
