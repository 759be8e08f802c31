import { defineConfig, mergeConfig } from "vitest/config";
import shared from "../test/tooling/vitest.config.js";

export default mergeConfig(
  shared,
  defineConfig({ test: { globalSetup: ["tooling/cluster-setup.ts"], testTimeout: 30_000, hookTimeout: 60_000 } }),
);
