import type { SubgraphDatabase } from "@hub/kit";
import { defineSubgraph } from "@hub/kit";
import { AreaProfile, AreaProfileResolver, areaProfileReference } from "./area-profile/area-profile.graph.js";
import type { PersonnelContext } from "./context.js";
import { createPersonnelContext } from "./context.js";
import { CountyResolver, PersonnelProgrammeResolver } from "./county/county.graph.js";
import { County, countyReference } from "./county/county.types.js";
import { DataVersions, DataVersionsResolver, dataVersionsReference } from "./data-versions/data-versions.graph.js";
import {
  PublishedFigure,
  PublishedFigureResolver,
  publishedFigureReference,
} from "./published-figure/published-figure.graph.js";
import { SchoolProfile, SchoolProfileResolver, schoolProfileReference } from "./school-profile/school-profile.graph.js";
import { SchoolResolver } from "./school/school.graph.js";
import { School, schoolReference } from "./school/school.types.js";
import {
  StaffAssignmentResolver,
  StaffHonourResolver,
  TeacherResolver,
  teacherReference,
} from "./teacher/teacher.graph.js";
import { Teacher } from "./teacher/teacher.types.js";

/** Personnel: staff and their work, recruitment, training, honours and research. */
export const subgraph = defineSubgraph<SubgraphDatabase, PersonnelContext>({
  name: "personnel",
  types: [County, School, SchoolProfile, AreaProfile, PublishedFigure, DataVersions, Teacher],
  resolvers: [
    CountyResolver,
    PersonnelProgrammeResolver,
    SchoolResolver,
    SchoolProfileResolver,
    AreaProfileResolver,
    TeacherResolver,
    StaffAssignmentResolver,
    StaffHonourResolver,
    PublishedFigureResolver,
    DataVersionsResolver,
  ],
  references: {
    County: countyReference,
    School: schoolReference,
    SchoolProfile: schoolProfileReference,
    AreaProfile: areaProfileReference,
    Teacher: teacherReference,
    PublishedFigure: publishedFigureReference,
    DataVersions: dataVersionsReference,
  },
  createContext: createPersonnelContext,
});
