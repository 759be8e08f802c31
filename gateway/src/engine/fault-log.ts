import type { GraphQLFormattedError } from "graphql";
import type { CompiledFetch } from "./compile-fetch.js";
import type { Data } from "./data.js";

/** What a client is told of one fault. */
export interface Fault {
  readonly message: string;
  readonly code: string;
  readonly subgraph: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** A fault a subgraph reported below one of its answers. `under` null is the answer's root. */
export interface ReportedFault {
  readonly fetch: CompiledFetch;
  readonly under: ReadonlySet<Data> | null;
  readonly path: readonly (string | number)[];
  readonly fault: Fault;
}

/** Entities (null: the root) a fetch gave nothing for; with a fault, or because the subgraph does not know them. */
export interface Absence {
  readonly fetch: CompiledFetch;
  readonly entities: ReadonlySet<Data> | null;
  readonly fault: Fault | undefined;
}

/** Everything that went wrong while a plan ran, in the order it did. Empty for nearly every operation. */
export class FaultLog {
  readonly reported: ReportedFault[] = [];
  readonly absences: Absence[] = [];
  /** Faults that belong to no field. */
  readonly general: Fault[] = [];

  get clean(): boolean {
    return this.reported.length === 0 && this.absences.length === 0 && this.general.length === 0;
  }

  /** Why an entity got nothing from `fetch`; undefined when it was not left without. */
  absenceOf(fetch: CompiledFetch, entity: Data | undefined): Absence | undefined {
    return this.absences.find(
      (absence) =>
        absence.fetch === fetch &&
        (absence.entities === null || (entity !== undefined && absence.entities.has(entity))),
    );
  }
}

export type SubgraphError = GraphQLFormattedError;
