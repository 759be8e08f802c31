import type { HubContext } from "./hub-context.js";
import type { SubgraphTransport } from "./transport/transport.js";

/** A transport that notes every call in the context it belongs to. */
export function observeTransport(transport: SubgraphTransport): SubgraphTransport {
  const { subgraph, stamp } = transport;
  return {
    subgraph,
    ...(stamp === undefined ? {} : { stamp }),
    ready: () => transport.ready(),
    close: () => transport.close(),
    async execute(request, call) {
      const started = performance.now();
      try {
        return await transport.execute(request, call);
      } finally {
        const calls = (call as Partial<HubContext>).record?.calls ?? {};
        const noted = (calls[subgraph] ??= { calls: 0, ms: 0 });
        noted.calls += 1;
        noted.ms += performance.now() - started;
      }
    },
  };
}
