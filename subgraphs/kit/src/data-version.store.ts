import type { Pool } from "pg";
import type { DataVersion } from "./types/data-version.type.js";

export interface DataVersionStore {
  current(): Promise<DataVersion>;
}

const CURRENT = /* sql */ `select oldest::text, newest::text from hub_log.data_version()`;

/** The versions an owner's change log holds now. */
export function createDataVersionStore(pool: Pool): DataVersionStore {
  return {
    async current() {
      const [row] = (await pool.query<DataVersion>({ name: "kit.dataVersion", text: CURRENT })).rows;
      if (row === undefined) throw new TypeError("hub_log.data_version(): found no row; expected one");
      return row;
    },
  };
}
