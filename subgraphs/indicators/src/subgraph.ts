import { defineSubgraph } from "@hub/kit";
import { AreaProfile, AreaProfileResolver, areaProfileReference } from "./area-profile/area-profile.graph.js";
import type { IndicatorsContext } from "./context.js";
import { createIndicatorsContext } from "./context.js";
import { FundedOverdue, FundedOverdueResolver, fundedOverdueReference } from "./funded-overdue/funded-overdue.graph.js";
import { IndicatorDefinitionResolver } from "./indicator-definition/indicator-definition.graph.js";
import {
  PublishedFigure,
  PublishedFigureResolver,
  publishedFigureReference,
} from "./published-figure/published-figure.graph.js";
import { SchoolProfile, SchoolProfileResolver, schoolProfileReference } from "./school-profile/school-profile.graph.js";

/** Every number computed from the facts of more than one owner. It has no database. */
export const subgraph = defineSubgraph<null, IndicatorsContext>({
  name: "indicators",
  types: [AreaProfile, FundedOverdue, SchoolProfile, PublishedFigure],
  resolvers: [
    AreaProfileResolver,
    FundedOverdueResolver,
    SchoolProfileResolver,
    PublishedFigureResolver,
    IndicatorDefinitionResolver,
  ],
  references: {
    AreaProfile: areaProfileReference,
    FundedOverdue: fundedOverdueReference,
    SchoolProfile: schoolProfileReference,
    PublishedFigure: publishedFigureReference,
  },
  createContext: createIndicatorsContext,
});
