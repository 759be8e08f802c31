import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

const STATEMENT = /LOG: {2}(?:execute [^:]*|statement): *(?!begin|commit|rollback|set |select set_config|deallocate)/gi;

/**
 * Counts the statements PostgreSQL executes while `work` runs, as its log has them; what opens and ends transactions is
 * left out. Nothing else may use the server meanwhile.
 */
export async function countStatements(adminUrl: string, folder: string, work: () => Promise<unknown>): Promise<number> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const file = join(folder, "postgres.log");
  const logStatements = async (value: string): Promise<void> => {
    await admin.query(`alter system set log_statement = ${value}`);
    await admin.query("select pg_reload_conf()");
    await sleep(150);
  };
  try {
    await logStatements("'all'");
    const before = readFileSync(file, "utf8").length;
    await work();
    const seen = readFileSync(file, "utf8").slice(before);
    return seen.match(STATEMENT)?.length ?? 0;
  } finally {
    await logStatements("default");
    await admin.end();
  }
}
