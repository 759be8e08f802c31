import { seesCounty } from "@hub/kit";
import { DateScalar, Provenance, provenanceOf } from "@hub/schema";
import { Arg, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { InspectionContext } from "../context.js";
import { County } from "../county/county.types.js";
import type { FindingRow } from "../finding/finding.store.js";
import { Finding } from "../finding/finding.types.js";
import { School } from "../school/school.types.js";
import type { RectificationTaskRow } from "./rectification-task.store.js";
import { RectificationState, RectificationTask, rectificationState } from "./rectification-task.types.js";

@Resolver(() => RectificationTask)
export class RectificationTaskResolver {
  @Query(() => RectificationTask, {
    nullable: true,
    description: "A rectification task by id; null when unknown. 按编号查整改任务。",
  })
  rectificationTask(
    @Arg("id", () => ID, { description: "The record's id. 编号。" }) id: string,
    @Ctx() { loaders }: InspectionContext,
  ): Promise<RectificationTaskRow | null> {
    return loaders.task.load(id);
  }

  @FieldResolver(() => RectificationState, {
    description: "Where it stands on a day (default today). 某日的整改状态。",
  })
  state(
    @Root() task: RectificationTask,
    @Arg("on", () => DateScalar, { nullable: true, description: "The day. 日期。" }) on: string | null,
  ): RectificationState {
    return rectificationState(task, on ?? new Date().toISOString().slice(0, 10));
  }

  @FieldResolver(() => Finding, { nullable: true, description: "The finding it puts right. 对应问题。" })
  finding(
    @Root() { findingId }: RectificationTaskRow,
    @Ctx() { loaders }: InspectionContext,
  ): Promise<FindingRow | null> {
    return loaders.finding.load(findingId);
  }

  @FieldResolver(() => School, {
    nullable: true,
    description: "The school; null when it concerns the county as a whole. 所在学校。",
  })
  school(@Root() { schoolId }: RectificationTaskRow): School | null {
    return schoolId === null ? null : Object.assign(new School(), { id: schoolId });
  }

  @FieldResolver(() => County, { description: "The county whose office keeps the record. 所属县区。" })
  county(@Root() { countyCode }: RectificationTaskRow): County {
    return Object.assign(new County(), { code: countyCode });
  }

  @Authorized<"inspection">("inspection")
  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Who answers for it; null outside the viewer's area. For the inspection role. 整改责任人（限督导权限）。",
  })
  owner(@Root() { owner, countyCode }: RectificationTaskRow, @Ctx() { viewer }: InspectionContext): string | null {
    return seesCounty(viewer, countyCode) ? owner : null;
  }

  @FieldResolver(() => Provenance, { description: "Where the record comes from. 出处。" })
  provenance(@Root() task: RectificationTaskRow): Provenance {
    return provenanceOf(task);
  }
}

export function rectificationTaskReference(
  { id }: RectificationTask,
  { loaders }: InspectionContext,
): Promise<RectificationTaskRow | null> {
  return loaders.task.load(id);
}
