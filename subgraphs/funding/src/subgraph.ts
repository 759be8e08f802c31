import type { SubgraphDatabase } from "@hub/kit";
import { defineSubgraph } from "@hub/kit";
import { AreaProfile, AreaProfileResolver, areaProfileReference } from "./area-profile/area-profile.graph.js";
import type { FundingContext } from "./context.js";
import { createFundingContext } from "./context.js";
import { CountyResolver, FundingProgrammeResolver } from "./county/county.graph.js";
import { County, countyReference } from "./county/county.types.js";
import { DataVersions, DataVersionsResolver, dataVersionsReference } from "./data-versions/data-versions.graph.js";
import { FundedOverdue, FundedOverdueResolver, fundedOverdueReference } from "./funded-overdue/funded-overdue.graph.js";
import {
  CountyPaymentsResolver,
  PaymentResolver,
  ProjectPaymentsResolver,
  SchoolPaymentsResolver,
} from "./payment/payment.graph.js";
import { CountyProjectsResolver, ProjectListResolver, SchoolProjectsResolver } from "./project/project-list.graph.js";
import { ProcurementLineResolver, ProjectResolver, projectReference } from "./project/project.graph.js";
import { Project } from "./project/project.types.js";
import {
  PublishedFigure,
  PublishedFigureResolver,
  publishedFigureReference,
} from "./published-figure/published-figure.graph.js";
import { SchoolProfile, SchoolProfileResolver, schoolProfileReference } from "./school-profile/school-profile.graph.js";
import { SchoolResolver } from "./school/school.graph.js";
import { School, schoolReference } from "./school/school.types.js";

/** Funding: money paid and allotted, the register of projects, what they bought and whom they served. */
export const subgraph = defineSubgraph<SubgraphDatabase, FundingContext>({
  name: "funding",
  types: [County, School, SchoolProfile, AreaProfile, FundedOverdue, PublishedFigure, DataVersions, Project],
  resolvers: [
    CountyResolver,
    CountyProjectsResolver,
    CountyPaymentsResolver,
    FundingProgrammeResolver,
    SchoolResolver,
    SchoolProjectsResolver,
    SchoolPaymentsResolver,
    SchoolProfileResolver,
    AreaProfileResolver,
    FundedOverdueResolver,
    ProjectResolver,
    ProjectListResolver,
    ProjectPaymentsResolver,
    ProcurementLineResolver,
    PaymentResolver,
    PublishedFigureResolver,
    DataVersionsResolver,
  ],
  references: {
    County: countyReference,
    School: schoolReference,
    SchoolProfile: schoolProfileReference,
    AreaProfile: areaProfileReference,
    FundedOverdue: fundedOverdueReference,
    Project: projectReference,
    PublishedFigure: publishedFigureReference,
    DataVersions: dataVersionsReference,
  },
  createContext: createFundingContext,
});
