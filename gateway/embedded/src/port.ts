import { HubError } from "@hub/schema";
import { createServer } from "node:net";

/**
 * Makes sure that a port can be listened on, before anything slow begins.
 *
 * Throws CONFIGURATION_INVALID naming the variable and what is wrong with its value.
 */
export function checkPort(host: string, port: number, variable = "PORT"): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", ({ code }: NodeJS.ErrnoException) => {
      const reasons: Readonly<Record<string, string>> = {
        EADDRINUSE: `${variable}: found port ${port} taken by another program; expected a free one`,
        EACCES: `${variable}: found port ${port} reserved for the system; expected one this user may open`,
      };
      const other = `HOST: found ${host} (${code}); expected an address of this machine`;
      reject(new HubError("CONFIGURATION_INVALID", reasons[code ?? ""] ?? other));
    });
    probe.listen({ host, port }, () => probe.close(() => resolve()));
  });
}
