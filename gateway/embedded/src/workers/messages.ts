import type { OwnerName } from "@hub/schema";
import type { EmbeddedEnvironment } from "../environment.js";

/** What the primary process tells a worker. */
export type ToWorker =
  | {
      readonly kind: "start";
      readonly environment: EmbeddedEnvironment;
      readonly urls: Readonly<Record<OwnerName, string>>;
      readonly processes: number;
    }
  | { readonly kind: "stop" };

/** What a worker tells the primary process. */
export type FromWorker = { readonly kind: "ready"; readonly url: string };
