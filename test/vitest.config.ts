import { defineConfig, mergeConfig } from "vitest/config";
import shared from "./tooling/vitest.config.js";

/** Tests that cross packages; they share one PostgreSQL for the whole run. */
export default mergeConfig(
  shared,
  defineConfig({
    test: {
      include: ["**/*.test.ts"],
      globalSetup: ["kit/global-setup.ts"],
      testTimeout: 60_000,
      hookTimeout: 120_000,
      maxWorkers: 2,
    },
  }),
);
