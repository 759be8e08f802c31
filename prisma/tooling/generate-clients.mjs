import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Generates the Prisma client of each owner into src/generated/<owner>, without a network.
 *
 * Prisma fetches its native schema engine before generating, although generation is WebAssembly and never runs it;
 * naming any existing executable as that engine keeps it from the network. A client whose schema did not change stays.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const require = createRequire(import.meta.url);
const prismaPackage = require.resolve("prisma/package.json");
const prismaVersion = require(prismaPackage).version;

for (const owner of ["schools", "personnel", "funding", "inspection"]) {
  const output = join(root, "src", "generated", owner);
  const stamp = join(output, ".digest");
  const schema = readFileSync(join(root, owner, "schema.prisma"));
  const digest = createHash("sha256").update(prismaVersion).update(schema).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) continue;
  rmSync(output, { recursive: true, force: true });
  const run = spawnSync(
    process.execPath,
    [join(dirname(prismaPackage), "build", "index.js"), "generate", "--config", join(root, owner, "prisma.config.ts")],
    {
      cwd: root,
      encoding: "utf8",
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
      },
    },
  );
  if (run.status !== 0) {
    process.stderr.write(`prisma generate failed for ${owner}:\n${run.stdout}${run.stderr}`);
    process.exit(1);
  }
  writeFileSync(stamp, digest);
}
