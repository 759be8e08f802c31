import { StatedProgramme } from "@hub/kit";
import { Stage } from "@hub/schema";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";

/** A county as personnel knows it; the schools subgraph owns it. */
@ObjectType()
@Directive('@key(fields: "code")')
export class County {
  @Field(() => ID)
  code!: string;
}

export function countyReference({ code }: County): County {
  return Object.assign(new County(), { code });
}

@ObjectType({ description: "People hired in a calendar year through one channel. 分渠道招聘人数（自然年）。" })
export class RecruitmentCount {
  @Field(() => Int, { description: "Calendar year of hiring. 年份。" })
  year!: number;

  @Field(() => String, { description: "Channel, for example OPEN, SPECIAL_POST, SILVER_AGE. 招聘渠道。" })
  channel!: string;

  @Field(() => Stage, { nullable: true, description: "Stage hired for; null when not fixed. 学段。" })
  stage!: Stage | null;

  @Field(() => Int, { description: "People hired. 招聘人数。" })
  persons!: number;

  @Field(() => Int, { description: "Those hired for rural schools. 其中到乡村学校人数。" })
  toRural!: number;

  @Field(() => Int, { description: "Those who had left again by today. 其中已离职人数。" })
  left!: number;
}

@ObjectType({ description: "Attendance of one course in a calendar year. 培训情况（自然年）。" })
export class TrainingCount {
  @Field(() => Int, { description: "Calendar year. 年份。" })
  year!: number;

  @Field(() => String, { description: "The course. 培训项目。" })
  course!: string;

  @Field(() => String, { description: "NATIONAL, PROVINCE, CITY, COUNTY or SCHOOL. 级别。" })
  level!: string;

  @Field(() => String, { description: "TEACHERS, PRINCIPALS or NEW_TEACHERS. 对象。" })
  audience!: string;

  @Field(() => Stage, { nullable: true, description: "The stage; null for all. 学段。" })
  stage!: Stage | null;

  @Field(() => Int, { description: "People, distinct within each record of the course. 参训人数。" })
  persons!: number;

  @Field(() => Int, { description: "Attendances: somebody who came twice counts twice. 参训人次。" })
  attendances!: number;

  @Field(() => Int, { nullable: true, description: "Hours of the course; null when not recorded. 学时。" })
  hours!: number | null;
}

@ObjectType({ description: "Honours granted in a calendar year. 荣誉授予情况（自然年）。" })
export class HonourCount {
  @Field(() => Int, { description: "Calendar year of the grant. 年份。" })
  year!: number;

  @Field(() => String, { description: "Kind, for example BACKBONE, MASTER, COMMENDATION. 类型。" })
  kind!: string;

  @Field(() => String, { description: "NATIONAL, PROVINCE, CITY or COUNTY. 级别。" })
  level!: string;

  @Field(() => Int, { description: "Honours granted. 项次。" })
  honours!: number;

  @Field(() => Int, { description: "People who received them, each counted once. 人数。" })
  persons!: number;
}

@ObjectType({ description: "Research projects of teachers in a year. 教科研课题（按年）。" })
export class ResearchCount {
  @Field(() => Int, { description: "Year. 年份。" })
  year!: number;

  @Field(() => String, { description: "Kind, for example TOPIC, SCHOOL_TOPIC. 类型。" })
  kind!: string;

  @Field(() => String, { description: "NATIONAL, PROVINCE, CITY, COUNTY or SCHOOL. 级别。" })
  level!: string;

  @Field(() => String, { nullable: true, description: "What became of them; null when not recorded. 结果。" })
  result!: string | null;

  @Field(() => Int, { description: "Projects. 课题数。" })
  projects!: number;

  @Field(() => Int, { description: "Participants, summed over the projects. 参与人次。" })
  participants!: number;
}

@ObjectType({ description: "Counted activities of the personnel office in a calendar year. 人事教研活动（自然年）。" })
export class PersonnelActivityCount {
  @Field(() => Int, { description: "Calendar year. 年份。" })
  year!: number;

  @Field(() => String, { description: "Kind of activity. 类型。" })
  kind!: string;

  @Field(() => Int, { description: "Records of it. 记录数。" })
  records!: number;

  @Field(() => Int, { description: "What was counted, summed. 数量。" })
  quantity!: number;
}

@ObjectType({ description: "A programme for staff, as a county document states it. 文件所述教师队伍项目。" })
export class PersonnelProgramme extends StatedProgramme {}
