import { defineConfig } from "vitest/config";

/** Shared by every workspace: tests are read from sources, and there is one copy of graphql. */
export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: { exclude: ["**/node_modules/**", "**/dist/**"] },
});
