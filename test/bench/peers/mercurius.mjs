import mercurius from "@mercuriusjs/gateway";
import fastify from "fastify";
import { federation1 } from "./store-federation1.mjs";

// Mercurius as its documentation starts it, compiled queries on; it knows no way to share equal requests.
const [port, addresses] = process.argv.slice(2);
const gateway = fastify();
gateway.register(mercurius, {
  jit: 1,
  gateway: {
    services: Object.entries(JSON.parse(addresses)).map(([name, url]) => ({
      name,
      url,
      schema: federation1[name],
      mandatory: true,
      connections: 64,
      rewriteHeaders: (headers) =>
        headers.authorization === undefined ? {} : { authorization: headers.authorization },
    })),
  },
});
await gateway.listen({ port: Number(port), host: "127.0.0.1" });
