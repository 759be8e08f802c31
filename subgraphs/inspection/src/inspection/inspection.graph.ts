import { seesCounty } from "@hub/kit";
import { Provenance, provenanceOf } from "@hub/schema";
import { Arg, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { InspectionContext } from "../context.js";
import { County } from "../county/county.types.js";
import type { FindingRow } from "../finding/finding.store.js";
import { Finding } from "../finding/finding.types.js";
import { School } from "../school/school.types.js";
import type { InspectionRow } from "./inspection.store.js";
import { Inspection } from "./inspection.types.js";

@Resolver(() => Inspection)
export class InspectionResolver {
  @Query(() => Inspection, {
    nullable: true,
    description: "An inspection by id; null when unknown. 按编号查督导检查。",
  })
  inspection(
    @Arg("id", () => ID, { description: "The record's id. 编号。" }) id: string,
    @Ctx() { loaders }: InspectionContext,
  ): Promise<InspectionRow | null> {
    return loaders.inspection.load(id);
  }

  @FieldResolver(() => School, {
    nullable: true,
    description: "The school inspected; null when it was the county as a whole. 被检查学校，全县性检查为空。",
  })
  school(@Root() { schoolId }: InspectionRow): School | null {
    return schoolId === null ? null : Object.assign(new School(), { id: schoolId });
  }

  @FieldResolver(() => County, { description: "The county whose office keeps the record. 所属县区。" })
  county(@Root() { countyCode }: InspectionRow): County {
    return Object.assign(new County(), { code: countyCode });
  }

  @Authorized<"inspection">("inspection")
  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Who inspected; null when not recorded or outside the viewer's area. For the inspection role. 督学姓名（限督导权限）。",
  })
  inspector(@Root() { inspector, countyCode }: InspectionRow, @Ctx() { viewer }: InspectionContext): string | null {
    return seesCounty(viewer, countyCode) ? inspector : null;
  }

  @FieldResolver(() => [Finding], { description: "What it found. 发现的问题。" })
  findings(@Root() { id }: Inspection, @Ctx() { loaders }: InspectionContext): Promise<readonly FindingRow[]> {
    return loaders.findingsOfInspection.load(id);
  }

  @FieldResolver(() => Provenance, { description: "Where the record comes from. 出处。" })
  provenance(@Root() inspection: InspectionRow): Provenance {
    return provenanceOf(inspection);
  }
}

export function inspectionReference({ id }: Inspection, { loaders }: InspectionContext): Promise<InspectionRow | null> {
  return loaders.inspection.load(id);
}
