import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";

/** @type {Promise<any> | undefined} the package's glue is bound to one instance for good */
let glueOnce;

/**
 * Prisma's schema engine as WebAssembly, over a driver adapter.
 *
 * The package's own entry expects a bundler that loads `.wasm`; Node gets the instance by hand.
 *
 * @param {import("@prisma/driver-adapter-utils").SqlMigrationAwareDriverAdapterFactory} adapter
 */
export async function schemaEngine(adapter) {
  glueOnce ??= instantiate();
  const glue = await glueOnce;
  return glue.SchemaEngine.new({ datamodels: undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter));
}

async function instantiate() {
  const file = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const glue = await import(pathToFileURL(file).href);
  const bytes = readFileSync(file.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue;
}
