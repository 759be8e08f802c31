import { DateScalar, Stage } from "@hub/schema";
import { Authorized, Directive, Field, Float, ID, Int, ObjectType } from "type-graphql";
import { School } from "../school/school.types.js";
import { AssignmentKind, Employment, StaffRole } from "./teacher.enums.js";

const ROLE = "personnel" as const;

@ObjectType({ description: "Work at a school, from a date to a date. 任职经历。" })
export class StaffAssignment {
  @Field(() => School, { description: "Where. 学校。" })
  school!: School;

  @Field(() => Stage, { description: "The stage. 学段。" })
  stage!: Stage;

  @Field(() => StaffRole, { description: "What the person does there. 岗位类别。" })
  role!: StaffRole;

  @Field(() => AssignmentKind, { description: "Why the person is there. 任职类型。" })
  kind!: AssignmentKind;

  @Field(() => String, { nullable: true, description: "Subject taught; null for none. 任教学科。" })
  subject!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the training fits the subject; null when unknown. 专业是否对口。",
  })
  qualified!: boolean | null;

  @Field(() => Boolean, { description: "Whether the post is here. 岗位是否在此校。" })
  holdsPost!: boolean;

  @Field(() => Boolean, { description: "Whether the person teaches here. 是否在此校授课。" })
  teaches!: boolean;

  @Field(() => Float, { description: "Share of a full-time post. 折合全职比例。" })
  fte!: number;

  @Field(() => DateScalar, { description: "First day. 起始日期。" })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: "First day no longer; null while it lasts. 截止日期。" })
  validTo!: string | null;
}

@ObjectType({ description: "An honour of a member of staff. 荣誉。" })
export class StaffHonour {
  @Field(() => String, { description: "Kind, for example BACKBONE, MASTER, COMMENDATION. 类型。" })
  kind!: string;

  @Field(() => String, { description: "NATIONAL, PROVINCE, CITY or COUNTY. 级别。" })
  level!: string;

  @Field(() => String, { nullable: true, description: "Its name. 名称。" })
  title!: string | null;

  @Field(() => DateScalar, { description: "The day it was granted. 授予日期。" })
  grantedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: "First day it is void; null while valid. 失效日期。" })
  validTo!: string | null;
}

@ObjectType({
  description:
    "A member of staff; for viewers with the personnel role, within their area. Identity numbers are never shown. " +
    "教职工（仅限人事权限，限本辖区）。",
})
@Directive('@key(fields: "id")')
export class Teacher {
  @Field(() => ID, { description: "The hub's own id. 编号。" })
  id!: string;

  @Authorized<"personnel">(ROLE)
  @Field(() => String, { description: "Name. 姓名。" })
  name!: string;

  @Authorized<"personnel">(ROLE)
  @Field(() => String, { description: "MALE or FEMALE. 性别。" })
  sex!: string;

  @Authorized<"personnel">(ROLE)
  @Field(() => Int, { description: "Year of birth. 出生年。" })
  birthYear!: number;

  @Authorized<"personnel">(ROLE)
  @Field(() => Employment, { description: "How employed. 用人方式。" })
  employment!: Employment;

  @Authorized<"personnel">(ROLE)
  @Field(() => DateScalar, { description: "The day of hiring. 入职日期。" })
  hiredOn!: string;

  @Authorized<"personnel">(ROLE)
  @Field(() => String, { description: "Channel of hiring, for example OPEN, SPECIAL_POST. 招聘渠道。" })
  hireChannel!: string;

  @Authorized<"personnel">(ROLE)
  @Field(() => DateScalar, {
    nullable: true,
    description: "First day no longer employed; null while employed. 离职日期。",
  })
  leftOn!: string | null;

  @Authorized<"personnel">(ROLE)
  @Field(() => String, { nullable: true, description: "Why the person left, for example RETIRED. 离职原因。" })
  leaveReason!: string | null;
}
