import type { ProgrammeRow } from "@hub/kit";
import { ofYear, programmeProvenance } from "@hub/kit";
import { Provenance } from "@hub/schema";
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { PersonnelContext } from "../context.js";
import type { ActivityRow, HonourCountRow, RecruitmentRow, ResearchRow, TrainingRow } from "./county.store.js";
import {
  County,
  HonourCount,
  PersonnelActivityCount,
  PersonnelProgramme,
  RecruitmentCount,
  ResearchCount,
  TrainingCount,
} from "./county.types.js";

const YEAR = { nullable: true, description: "Calendar year; null means all years. 年份（自然年），空为全部。" };

@Resolver(() => County)
export class CountyResolver {
  @FieldResolver(() => [RecruitmentCount], {
    nullable: true,
    description: "People hired, by calendar year, channel and stage. 教师招聘补充（分渠道）。",
  })
  async recruitment(
    @Root() { code }: County,
    @Arg("year", () => Int, YEAR) year: number | null,
    @Ctx() { loaders }: PersonnelContext,
  ): Promise<readonly RecruitmentRow[]> {
    return ofYear(loaders.county.recruitment.load(code), year);
  }

  @FieldResolver(() => [TrainingCount], {
    nullable: true,
    description: "Attendance of training, by calendar year, course, level and audience. 教师培训。",
  })
  training(
    @Root() { code }: County,
    @Arg("year", () => Int, YEAR) year: number | null,
    @Ctx() { loaders }: PersonnelContext,
  ): Promise<readonly TrainingRow[]> {
    return ofYear(loaders.county.training.load(code), year);
  }

  @FieldResolver(() => [HonourCount], {
    nullable: true,
    description: "Honours granted to staff, by calendar year, kind and level. 教师荣誉。",
  })
  staffHonours(
    @Root() { code }: County,
    @Arg("year", () => Int, YEAR) year: number | null,
    @Ctx() { loaders }: PersonnelContext,
  ): Promise<readonly HonourCountRow[]> {
    return ofYear(loaders.county.honours.load(code), year);
  }

  @FieldResolver(() => [ResearchCount], {
    nullable: true,
    description: "Research projects of teachers, by year, kind, level and result. 教科研课题。",
  })
  research(
    @Root() { code }: County,
    @Arg("year", () => Int, YEAR) year: number | null,
    @Ctx() { loaders }: PersonnelContext,
  ): Promise<readonly ResearchRow[]> {
    return ofYear(loaders.county.research.load(code), year);
  }

  @FieldResolver(() => [PersonnelActivityCount], {
    nullable: true,
    description: "Counted activities of the personnel office, by calendar year and kind. 人事教研活动。",
  })
  personnelActivities(
    @Root() { code }: County,
    @Arg("year", () => Int, YEAR) year: number | null,
    @Ctx() { loaders }: PersonnelContext,
  ): Promise<readonly ActivityRow[]> {
    return ofYear(loaders.county.activities.load(code), year);
  }

  @FieldResolver(() => [PersonnelProgramme], {
    nullable: true,
    description: "Programmes for staff that the county's documents state. 文件所述教师队伍项目。",
  })
  personnelProgrammes(
    @Root() { code }: County,
    @Ctx() { loaders }: PersonnelContext,
  ): Promise<readonly ProgrammeRow[]> {
    return loaders.county.programmes.load(code);
  }
}

@Resolver(() => PersonnelProgramme)
export class PersonnelProgrammeResolver {
  @FieldResolver(() => Provenance, { description: "Document and line it stands in. 出处。" })
  provenance(@Root() programme: ProgrammeRow): Provenance {
    return programmeProvenance(programme);
  }
}
