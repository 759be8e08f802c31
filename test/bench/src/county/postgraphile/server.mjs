import { createServer } from "node:http";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";

// PostGraphile as its documentation starts it, over the four schemas of one database.
const port = Number(process.argv[2]);
const server = createServer();
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  // Relations and orders that no index serves are wanted too: the tables are small enough, or the index is there.
  disablePlugins: ["PgIndexBehaviorsPlugin"],
  pgServices: [
    makePgService({
      connectionString: process.env.DATABASE_URL,
      schemas: ["schools", "personnel", "funding", "inspection"],
      poolConfig: { max: 20 },
    }),
  ],
  grafserv: { port, watch: false, websockets: false, graphiql: process.env.GRAPHIQL === "1" },
  grafast: { explain: false },
});
if (process.argv[3] === "print") {
  const { printSchema } = await import("graphql");
  process.stdout.write(printSchema(await instance.getSchema()));
  process.exit(0);
}
const serv = instance.createServ(grafserv);
await serv.addTo(server);
server.listen(port, "127.0.0.1");
