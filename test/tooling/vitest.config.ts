import { defineConfig } from "vitest/config";

/** Shared by every workspace: one copy of graphql, built packages loaded by Node as in production. */
export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    exclude: ["**/node_modules/**", "**/dist/**"],
    passWithNoTests: true,
    // Many tests start a PostgreSQL; on a busy machine that takes its time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // .ci/run adds the reports of all workspaces up.
    reporters: ["default", ["json", { outputFile: "reports/test.json" }]],
    server: { deps: { external: [/\/dist\//] } },
  },
});
