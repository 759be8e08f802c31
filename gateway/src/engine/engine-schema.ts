import { Supergraph, type Schema } from "@apollo/federation-internals";
import { QueryPlanner } from "@apollo/query-planner";
import type { GraphQLSchema } from "graphql";
import { partialTypes } from "./complete-members.js";
import { readInternalNames, type InternalNames } from "./internal-names.js";
import { unlinkExecutableDirectives } from "./linked-directives.js";
import { PLANNING } from "./planner-options.js";
import { resolvableKeysFirst } from "./resolvable-keys-first.js";
import { StagedPlanner } from "./staged-planner.js";
import { readSupergraphJoins, type SupergraphJoins } from "./subgraph-joins.js";
import { listEntrances } from "./supergraph-entrances.js";
import { TypeConditions } from "./type-conditions.js";

/** Everything the engine knows about a supergraph before the first operation. */
export interface EngineSchema {
  readonly supergraphSdl: string;
  /** What clients see, as graphql-js knows it. */
  readonly apiSchema: GraphQLSchema;
  /** The same as the planner knows it. */
  readonly plannedSchema: Schema;
  readonly planner: QueryPlanner;
  /** Type conditions of fetches, inaccessible types included. */
  readonly supergraphTypes: TypeConditions;
  /** Type conditions of clients. */
  readonly apiTypes: TypeConditions;
  readonly names: InternalNames;
  /** Everything subgraphs have, inaccessible to clients or not, as graphql-js knows it. */
  readonly supergraphSchema: GraphQLSchema;
  /** The same as the planner knows it. */
  readonly fullSchema: Schema;
  readonly joins: SupergraphJoins;
  /** Unions and interfaces that are not the same in all subgraphs. */
  readonly partialTypes: ReadonlySet<string>;
  /** Directives for clients that perhaps not every subgraph knows. */
  readonly linkedDirectives: ReadonlySet<string>;
  readonly stagedPlanner: StagedPlanner;
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
}

/** Reads a supergraph; throws what the federation library says about a broken one. */
export function loadSupergraph(supergraphSdl: string): EngineSchema {
  const ordered = resolvableKeysFirst(supergraphSdl);
  const linked = Supergraph.build(ordered);
  const { sdl: plannedSdl, directives } = unlinkExecutableDirectives(ordered, linked.schema);
  const supergraph = plannedSdl === ordered ? linked : Supergraph.build(plannedSdl);
  const plannedSchema = supergraph.apiSchema();
  const apiSchema = plannedSchema.toGraphQLJSSchema();
  const supergraphSchema = supergraph.schema.toGraphQLJSSchema();
  const names = readInternalNames(supergraphSdl);
  const joins = readSupergraphJoins(supergraphSdl);
  return {
    supergraphSdl,
    apiSchema,
    plannedSchema,
    planner: new QueryPlanner(supergraph, PLANNING),
    supergraphTypes: new TypeConditions(supergraphSchema),
    apiTypes: new TypeConditions(apiSchema),
    names,
    supergraphSchema,
    fullSchema: supergraph.schema,
    joins,
    partialTypes: partialTypes(joins),
    linkedDirectives: directives,
    stagedPlanner: new StagedPlanner(plannedSdl, listEntrances(joins, names.fields)),
    subgraphs: supergraph.subgraphsMetadata(),
  };
}
