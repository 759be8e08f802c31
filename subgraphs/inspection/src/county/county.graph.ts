import type { ProgrammeRow } from "@hub/kit";
import { ofYear, programmeProvenance } from "@hub/kit";
import { Provenance } from "@hub/schema";
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { InspectionContext } from "../context.js";
import type { ActivityRow, ComplaintRow, InstitutionEventRow } from "./county.store.js";
import {
  ComplaintCount,
  County,
  InspectionActivityCount,
  InspectionProgramme,
  InstitutionEventCount,
} from "./county.types.js";

const YEAR = { nullable: true, description: "Calendar year; null means all years. 年份（自然年），空为全部。" };

@Resolver(() => County)
export class CountyResolver {
  @FieldResolver(() => [ComplaintCount], {
    nullable: true,
    description: "Complaints and petitions, by calendar year, channel and topic. 投诉信访（分渠道）。",
  })
  complaints(
    @Root() { code }: County,
    @Arg("year", () => Int, YEAR) year: number | null,
    @Ctx() { loaders }: InspectionContext,
  ): Promise<readonly ComplaintRow[]> {
    return ofYear(loaders.county.complaints.load(code), year);
  }

  @FieldResolver(() => [InstitutionEventCount], {
    nullable: true,
    description: "Licences and enforcement, by calendar year, kind of institution and event. 机构审批与执法。",
  })
  institutionEvents(
    @Root() { code }: County,
    @Arg("year", () => Int, YEAR) year: number | null,
    @Ctx() { loaders }: InspectionContext,
  ): Promise<readonly InstitutionEventRow[]> {
    return ofYear(loaders.county.institutionEvents.load(code), year);
  }

  @FieldResolver(() => [InspectionActivityCount], {
    nullable: true,
    description: "Counted activities of the inspection office, by calendar year, kind and stage. 督导工作量。",
  })
  inspectionActivities(
    @Root() { code }: County,
    @Arg("year", () => Int, YEAR) year: number | null,
    @Ctx() { loaders }: InspectionContext,
  ): Promise<readonly ActivityRow[]> {
    return ofYear(loaders.county.activities.load(code), year);
  }

  @FieldResolver(() => [InspectionProgramme], {
    nullable: true,
    description: "Programmes of inspection and reform that the county's documents state. 文件所述督导与改革项目。",
  })
  inspectionProgrammes(
    @Root() { code }: County,
    @Ctx() { loaders }: InspectionContext,
  ): Promise<readonly ProgrammeRow[]> {
    return loaders.county.programmes.load(code);
  }
}

@Resolver(() => InspectionProgramme)
export class InspectionProgrammeResolver {
  @FieldResolver(() => Provenance, { description: "Document and line it stands in. 出处。" })
  provenance(@Root() programme: ProgrammeRow): Provenance {
    return programmeProvenance(programme);
  }
}
