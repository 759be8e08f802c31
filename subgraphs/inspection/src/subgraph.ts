import type { SubgraphDatabase } from "@hub/kit";
import { defineSubgraph } from "@hub/kit";
import { AreaProfile, AreaProfileResolver, areaProfileReference } from "./area-profile/area-profile.graph.js";
import type { InspectionContext } from "./context.js";
import { createInspectionContext } from "./context.js";
import { CountyResolver, InspectionProgrammeResolver } from "./county/county.graph.js";
import { County, countyReference } from "./county/county.types.js";
import { DataVersions, DataVersionsResolver, dataVersionsReference } from "./data-versions/data-versions.graph.js";
import { FindingResolver, findingReference } from "./finding/finding.graph.js";
import { Finding } from "./finding/finding.types.js";
import { FundedOverdue, FundedOverdueResolver, fundedOverdueReference } from "./funded-overdue/funded-overdue.graph.js";
import { InspectionListResolver } from "./inspection/inspection-list.graph.js";
import { InspectionResolver, inspectionReference } from "./inspection/inspection.graph.js";
import { Inspection } from "./inspection/inspection.types.js";
import {
  PublishedFigure,
  PublishedFigureResolver,
  publishedFigureReference,
} from "./published-figure/published-figure.graph.js";
import { RectificationTaskListResolver } from "./rectification-task/rectification-task-list.graph.js";
import {
  RectificationTaskResolver,
  rectificationTaskReference,
} from "./rectification-task/rectification-task.graph.js";
import { RectificationTask } from "./rectification-task/rectification-task.types.js";
import { SchoolProfile, SchoolProfileResolver, schoolProfileReference } from "./school-profile/school-profile.graph.js";
import { School, schoolReference } from "./school/school.types.js";

/** Inspection: inspections, findings and their rectification, complaints, licences. */
export const subgraph = defineSubgraph<SubgraphDatabase, InspectionContext>({
  name: "inspection",
  types: [
    County,
    School,
    SchoolProfile,
    AreaProfile,
    FundedOverdue,
    PublishedFigure,
    DataVersions,
    Inspection,
    Finding,
    RectificationTask,
  ],
  resolvers: [
    CountyResolver,
    InspectionProgrammeResolver,
    SchoolProfileResolver,
    AreaProfileResolver,
    FundedOverdueResolver,
    InspectionResolver,
    InspectionListResolver,
    FindingResolver,
    RectificationTaskResolver,
    RectificationTaskListResolver,
    PublishedFigureResolver,
    DataVersionsResolver,
  ],
  references: {
    County: countyReference,
    School: schoolReference,
    SchoolProfile: schoolProfileReference,
    AreaProfile: areaProfileReference,
    FundedOverdue: fundedOverdueReference,
    Inspection: inspectionReference,
    Finding: findingReference,
    RectificationTask: rectificationTaskReference,
    PublishedFigure: publishedFigureReference,
    DataVersions: dataVersionsReference,
  },
  createContext: createInspectionContext,
});
