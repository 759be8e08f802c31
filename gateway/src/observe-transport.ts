import type { HubContext } from "./hub-context.js";
import type { SubgraphCall, SubgraphTransport } from "./transport/transport.js";

function note(subgraph: string, call: SubgraphCall, started: number): void {
  const calls = (call as Partial<HubContext>).record?.calls ?? {};
  const noted = (calls[subgraph] ??= { calls: 0, ms: 0 });
  noted.calls += 1;
  noted.ms += performance.now() - started;
}

/** A transport that notes every call in the context it belongs to. */
export function observeTransport(transport: SubgraphTransport): SubgraphTransport {
  const { subgraph, stamp } = transport;
  return {
    subgraph,
    ...(stamp === undefined ? {} : { stamp }),
    ready: () => transport.ready(),
    close: () => transport.close(),
    execute(request, call) {
      const started = performance.now();
      return transport.execute(request, call).then(
        (result) => {
          note(subgraph, call, started);
          return result;
        },
        (fault: unknown) => {
          note(subgraph, call, started);
          throw fault;
        },
      );
    },
  };
}
