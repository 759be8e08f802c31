import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";

const CHAR_TYPE = 18;
const TEXT_TYPE = 25;

/** @type {Promise<any> | undefined} the package's glue is bound to one instance for good */
let glueOnce;

/**
 * Prisma's schema engine as WebAssembly, on a database, for comparing databases with schemas.
 *
 * The package's own entry expects a bundler that loads `.wasm`; Node gets the instance by hand.
 *
 * @param {string} url
 */
export async function schemaEngine(url) {
  glueOnce ??= instantiate();
  const glue = await glueOnce;
  const pool = new pg.Pool({ connectionString: url });
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => readingCatalogues(await connect());
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  const engine = await glue.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
  return { engine, close: () => pool.end() };
}

/** The adapter refuses the type "char", which PostgreSQL's catalogue is full of; the engine expects it as a character. */
function readingCatalogues(adapter) {
  const { performIO, queryRaw } = adapter;
  let characters = [];
  adapter.performIO = async (query) => {
    const result = await performIO.call(adapter, query);
    characters = result.fields.flatMap((field, place) => (field.dataTypeID === CHAR_TYPE ? [place] : []));
    for (const place of characters) result.fields[place].dataTypeID = TEXT_TYPE;
    return result;
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw.call(adapter, query);
    for (const place of characters) result.columnTypes[place] = ColumnTypeEnum.Character;
    return result;
  };
  return adapter;
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
