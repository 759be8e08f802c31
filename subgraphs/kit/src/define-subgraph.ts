import type { FederatedSchema, ReferenceResolver, SubgraphName } from "@hub/schema";
import { buildFederatedSchema } from "@hub/schema";
import type { NonEmptyArray } from "type-graphql";
import { authChecker } from "./authorization.js";
import type { SubgraphRequestInfo } from "./request.js";

/** All wiring of a subgraph: its entity folders and the context they share. */
export interface SubgraphDefinition<D, C> {
  readonly name: SubgraphName;
  /** Object types; those no query reaches are still part of the graph. */
  readonly types: readonly Function[];
  readonly resolvers: Readonly<NonEmptyArray<Function>>;
  /** One reference resolver per entity type. */
  readonly references: Readonly<Record<string, ReferenceResolver<C>>>;
  /** Stores and loaders of one request. */
  createContext(request: SubgraphRequestInfo, database: D): C;
}

/** A subgraph ready to be printed, composed, executed in process or served over HTTP. */
export interface Subgraph<D = unknown> {
  readonly name: SubgraphName;
  /** Builds the executable schema once; later calls give the same. */
  build(): Promise<FederatedSchema>;
  createContext(request: SubgraphRequestInfo, database: D): object;
}

/** Turns a definition into a subgraph. */
export function defineSubgraph<D, C extends object>(definition: SubgraphDefinition<D, C>): Subgraph<D> {
  let built: Promise<FederatedSchema> | undefined;
  return {
    name: definition.name,
    build: () => (built ??= build(definition)),
    createContext: (request, database) => definition.createContext(request, database),
  };
}

function build<D, C>({ types, resolvers, references }: SubgraphDefinition<D, C>): Promise<FederatedSchema> {
  const options = { resolvers: [...resolvers] as NonEmptyArray<Function>, orphanedTypes: [...types], authChecker };
  return buildFederatedSchema<C>(options, references);
}
