import { defineConfig } from "vitest/config";

/** Shared by every workspace: one copy of graphql, built packages loaded by Node as in production. */
export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    exclude: ["**/node_modules/**", "**/dist/**"],
    passWithNoTests: true,
    // .ci/run adds the reports of all workspaces up.
    reporters: ["default", ["json", { outputFile: "reports/test.json" }]],
    server: { deps: { external: [/\/dist\//] } },
  },
});
