import { composeSupergraph } from "@hub/gateway/compose";
import { runMain, SUBGRAPHS } from "@hub/schema";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { checkout } from "./environment.js";
import { printSubgraphs } from "./print-subgraphs.js";

await runMain(async () => {
  const printed = await printSubgraphs();
  const supergraph = composeSupergraph(printed);
  const folder = join(checkout, "schema", "printed");
  await mkdir(folder, { recursive: true });
  await Promise.all(printed.map(({ name, sdl }) => writeFile(join(folder, `${name}.graphql`), sdl)));
  await writeFile(join(checkout, "schema", "supergraph.graphql"), supergraph);
  process.stdout.write(`Composed ${SUBGRAPHS.map(({ name }) => name).join(", ")} into schema/supergraph.graphql\n`);
});
