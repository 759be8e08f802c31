import { defineConfig } from "vite";

export default defineConfig({
  // Relative addresses let the gateway serve the folder under any path.
  base: "./",
  worker: { format: "es" },
  build: {
    // The editor is one large chunk by nature; a warning on every build would say nothing new.
    chunkSizeWarningLimit: 6000,
    // The policy `font-src 'self'` holds either way; files keep the style sheet small.
    assetsInlineLimit: 0,
    rolldownOptions: {
      onwarn(warning, warn) {
        // "use client" speaks to servers that render React; this page is rendered in the browser alone.
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
      },
    },
  },
});
