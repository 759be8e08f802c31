import { Provenance, provenanceOf } from "@hub/schema";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { InspectionContext } from "../context.js";
import { County } from "../county/county.types.js";
import type { InspectionRow } from "../inspection/inspection.store.js";
import { Inspection } from "../inspection/inspection.types.js";
import type { RectificationTaskRow } from "../rectification-task/rectification-task.store.js";
import { RectificationTask } from "../rectification-task/rectification-task.types.js";
import { School } from "../school/school.types.js";
import type { FindingRow } from "./finding.store.js";
import { Finding } from "./finding.types.js";

@Resolver(() => Finding)
export class FindingResolver {
  @Query(() => Finding, { nullable: true, description: "A finding by id; null when unknown. 按编号查问题。" })
  finding(
    @Arg("id", () => ID, { description: "The record's id. 编号。" }) id: string,
    @Ctx() { loaders }: InspectionContext,
  ): Promise<FindingRow | null> {
    return loaders.finding.load(id);
  }

  @FieldResolver(() => Inspection, {
    nullable: true,
    description: "The inspection that found it; null when found otherwise. 所属督导检查。",
  })
  inspection(
    @Root() { inspectionId }: FindingRow,
    @Ctx() { loaders }: InspectionContext,
  ): Promise<InspectionRow | null> {
    return inspectionId === null ? Promise.resolve(null) : loaders.inspection.load(inspectionId);
  }

  @FieldResolver(() => School, {
    nullable: true,
    description: "The school; null when it concerns the county as a whole. 所在学校。",
  })
  school(@Root() { schoolId }: FindingRow): School | null {
    return schoolId === null ? null : Object.assign(new School(), { id: schoolId });
  }

  @FieldResolver(() => County, { description: "The county whose office keeps the record. 所属县区。" })
  county(@Root() { countyCode }: FindingRow): County {
    return Object.assign(new County(), { code: countyCode });
  }

  @FieldResolver(() => [RectificationTask], { description: "Tasks to put it right, by due date. 整改任务。" })
  tasks(@Root() { id }: Finding, @Ctx() { loaders }: InspectionContext): Promise<readonly RectificationTaskRow[]> {
    return loaders.tasksOfFinding.load(id);
  }

  @FieldResolver(() => Provenance, { description: "Where the record comes from. 出处。" })
  provenance(@Root() finding: FindingRow): Provenance {
    return provenanceOf(finding);
  }
}

export function findingReference({ id }: Finding, { loaders }: InspectionContext): Promise<FindingRow | null> {
  return loaders.finding.load(id);
}
