import type { SubgraphDatabase } from "@hub/kit";
import { defineSubgraph } from "@hub/kit";
import { AreaProfile, AreaProfileResolver, areaProfileReference } from "./area-profile/area-profile.graph.js";
import { Authority, AuthorityResolver, authorityReference } from "./authority/authority.graph.js";
import type { SchoolsContext } from "./context.js";
import { createSchoolsContext } from "./context.js";
import { DataVersions, DataVersionsResolver, dataVersionsReference } from "./data-versions/data-versions.graph.js";
import {
  County,
  CountyResolver,
  Township,
  TownshipResolver,
  countyReference,
  townshipReference,
} from "./division/division.graph.js";
import {
  AuthorityFundedOverdueResolver,
  CountyFundedOverdueResolver,
  FundedOverdueResolver,
  TownshipFundedOverdueResolver,
  fundedOverdueReference,
} from "./funded-overdue/funded-overdue.graph.js";
import { FundedOverdue } from "./funded-overdue/funded-overdue.types.js";
import {
  PublishedFigure,
  PublishedFigureResolver,
  publishedFigureReference,
} from "./published-figure/published-figure.graph.js";
import { SchoolProfile, SchoolProfileResolver, schoolProfileReference } from "./school-profile/school-profile.graph.js";
import { SchoolListResolver } from "./school/school-list.graph.js";
import { SchoolResolver, SchoolSuccessionResolver, schoolReference } from "./school/school.graph.js";
import { School } from "./school/school.types.js";

/** The school register: divisions, authorities, schools, classes and students, published figures. */
export const subgraph = defineSubgraph<SubgraphDatabase, SchoolsContext>({
  name: "schools",
  types: [
    County,
    Township,
    Authority,
    School,
    SchoolProfile,
    AreaProfile,
    FundedOverdue,
    PublishedFigure,
    DataVersions,
  ],
  resolvers: [
    CountyResolver,
    TownshipResolver,
    AuthorityResolver,
    SchoolResolver,
    SchoolSuccessionResolver,
    SchoolListResolver,
    SchoolProfileResolver,
    AreaProfileResolver,
    CountyFundedOverdueResolver,
    TownshipFundedOverdueResolver,
    AuthorityFundedOverdueResolver,
    FundedOverdueResolver,
    PublishedFigureResolver,
    DataVersionsResolver,
  ],
  references: {
    County: countyReference,
    Township: townshipReference,
    Authority: authorityReference,
    School: schoolReference,
    SchoolProfile: schoolProfileReference,
    AreaProfile: areaProfileReference,
    FundedOverdue: fundedOverdueReference,
    PublishedFigure: publishedFigureReference,
    DataVersions: dataVersionsReference,
  },
  createContext: createSchoolsContext,
});
