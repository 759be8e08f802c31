import { createTestCluster } from "@hub/prisma";
import type { TestProject } from "vitest/node";
import { loadRealData } from "./real-data.js";

declare module "vitest" {
  export interface ProvidedContext {
    /** Administrator's address of the PostgreSQL of this test run. */
    readonly adminUrl: string;
  }
}

/** Starts one PostgreSQL for the run, with empty templates and one set of templates that hold the five counties. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await createTestCluster();
  try {
    await loadRealData(cluster.adminUrl);
  } catch (error) {
    await cluster.close();
    throw error;
  }
  project.provide("adminUrl", cluster.adminUrl);
  return () => cluster.close();
}
