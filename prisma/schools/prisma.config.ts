import { defineConfig } from "prisma/config";

/** For `prisma migrate deploy` and friends on a machine with internet; the hub itself applies migrations without it. */
export default defineConfig({
  schema: "schema.prisma",
  migrations: { path: "migrations" },
  datasource: { url: process.env["DATABASE_URL_SCHOOLS"] ?? "" },
});
