/** Something that runs until it is closed, or until it fails by itself. */
export interface Running {
  close(): Promise<void>;
  /** Settles when it can no longer go on; never for what cannot fail. */
  readonly failed?: Promise<Error>;
}

const KEEP_ALIVE_MS = 3_600_000;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Starts something and keeps it running until SIGINT, SIGTERM or SIGHUP, then closes it and ends the process.
 *
 * A signal during the start gives the start up. A second signal changes nothing: a terminal sends Ctrl-C to npm, which
 * passes it on, and to the hub. Throws what the start throws, and what made it fail.
 */
export async function runUntilSignal(start: (signal: AbortSignal) => Promise<Running>): Promise<void> {
  const stopping = new AbortController();
  const asked = new Promise<null>((resolve) => {
    for (const name of SIGNALS) {
      process.on(name, () => {
        stopping.abort();
        resolve(null);
      });
    }
  });

  // A running PostgreSQL alone does not keep this process alive.
  const alive = setInterval(() => undefined, KEEP_ALIVE_MS);
  const running = await start(stopping.signal).catch((error: unknown) => {
    if (stopping.signal.aborted) return null;
    throw error;
  });
  const failure = running?.failed === undefined ? await asked : await Promise.race([asked, running.failed]);
  await running?.close();
  clearInterval(alive);
  if (failure !== null) throw failure;
  process.exit(0);
}
