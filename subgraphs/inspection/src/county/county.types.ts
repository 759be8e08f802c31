import { StatedProgramme } from "@hub/kit";
import { Stage } from "@hub/schema";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";

/** A county as inspection knows it; the schools subgraph owns it. */
@ObjectType()
@Directive('@key(fields: "code")')
export class County {
  @Field(() => ID)
  code!: string;
}

export function countyReference({ code }: County): County {
  return Object.assign(new County(), { code });
}

@ObjectType({ description: "Complaints received in a calendar year, by channel and topic. 投诉信访（自然年）。" })
export class ComplaintCount {
  @Field(() => Int, { description: "Calendar year of receipt. 年份。" })
  year!: number;

  @Field(() => String, { description: "Channel, for example HOTLINE_12345, ONLINE_MESSAGE. 渠道。" })
  channel!: string;

  @Field(() => String, { nullable: true, description: "Topic; null when not recorded. 事项。" })
  topic!: string | null;

  @Field(() => Int, { description: "Complaints. 件数。" })
  complaints!: number;

  @Field(() => Int, { description: "People who signed them. 人次。" })
  persons!: number;

  @Field(() => Int, { description: "Those closed by today. 已办结件数。" })
  closed!: number;
}

@ObjectType({
  description: "Licences of and enforcement against institutions in a calendar year. 机构审批与执法（自然年）。",
})
export class InstitutionEventCount {
  @Field(() => Int, { description: "Calendar year. 年份。" })
  year!: number;

  @Field(() => String, { description: "KINDERGARTEN, TUTORING or TRAINING. 机构类型。" })
  institutionKind!: string;

  @Field(() => String, { description: "APPROVED, REGISTERED, CLOSED, RECTIFIED and the like. 事项。" })
  kind!: string;

  @Field(() => Int, { description: "Events. 件数。" })
  events!: number;

  @Field(() => Int, { description: "Institutions concerned, each counted once. 机构数。" })
  institutions!: number;
}

@ObjectType({ description: "Counted activities of the inspection office in a calendar year. 督导工作量（自然年）。" })
export class InspectionActivityCount {
  @Field(() => Int, { description: "Calendar year. 年份。" })
  year!: number;

  @Field(() => String, { description: "Kind of activity. 类型。" })
  kind!: string;

  @Field(() => Stage, { nullable: true, description: "The stage; null for all. 学段。" })
  stage!: Stage | null;

  @Field(() => Int, { description: "Records of it. 记录数。" })
  records!: number;

  @Field(() => Int, { description: "What was counted, summed. 数量。" })
  quantity!: number;
}

@ObjectType({
  description: "A programme of inspection or reform, as a county document states it. 文件所述督导与改革项目。",
})
export class InspectionProgramme extends StatedProgramme {}
