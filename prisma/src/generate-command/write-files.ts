import { createWriteStream, mkdirSync, type WriteStream } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import type { LoadPart } from "../load/load-batch.js";

/**
 * Writes records as `<folder>/<owner>/<table>.ndjson`, one record a line, in bounded memory. Overwrites.
 *
 * @returns rows written.
 */
export async function writeFiles(
  folder: string,
  parts: Iterable<LoadPart>,
  onPart: (name: string, rows: number) => void,
): Promise<number> {
  const files = new Map<string, WriteStream>();
  let rows = 0;
  for (const part of parts) {
    for await (const batch of part.batches()) {
      const file = files.get(`${batch.owner}/${batch.table}`) ?? open(folder, batch.owner, batch.table);
      files.set(`${batch.owner}/${batch.table}`, file);
      const text = batch.rows.map((row) => `${JSON.stringify(row)}\n`).join("");
      if (!file.write(text)) await once(file, "drain");
      rows += batch.rows.length;
    }
    onPart(part.name, rows);
  }
  for (const file of files.values()) {
    file.end();
    await finished(file);
  }
  return rows;
}

function open(folder: string, owner: string, table: string): WriteStream {
  mkdirSync(join(folder, owner), { recursive: true });
  return createWriteStream(join(folder, owner, `${table}.ndjson`));
}
