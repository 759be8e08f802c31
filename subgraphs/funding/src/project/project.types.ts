import { DateScalar, DecimalScalar, Stage } from "@hub/schema";
import { Directive, Field, ID, InputType, Int, ObjectType } from "type-graphql";

/** A project of the public register. */
@ObjectType({
  description:
    "A project: construction, renovation, procurement or the total of a programme. A project with parts states a total " +
    "its parts belong to; sums take only projects without parts, so no yuan counts twice. " +
    "项目：建设、维修、采购或计划总额；合计只取无下级的项目，不重复计算。",
})
@Directive('@key(fields: "id")')
export class Project {
  @Field(() => ID, { description: "Stable id. 编号。" })
  id!: string;

  @Field(() => String, { description: "Name. 名称。" })
  name!: string;

  @Field(() => String, { nullable: true, description: "Name in English. 英文名称。" })
  nameEn!: string | null;

  @Field(() => String, { description: "Category, for example new_build, renovation, procurement. 类别。" })
  category!: string;

  @Field(() => String, {
    nullable: true,
    description: "Programme, for example WEAK_SCHOOLS; null for none. 所属计划。",
  })
  programme!: string | null;

  @Field(() => Stage, { nullable: true, description: "Stage it serves; null for several or unknown. 学段。" })
  stage!: Stage | null;

  @Field(() => String, { description: "Period as stated, for example 2016-2020. 时期。" })
  period!: string;

  @Field(() => DateScalar, { nullable: true, description: "First day; null when not stated. 开始日期。" })
  periodStart!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Last day. 结束日期。" })
  periodEnd!: string | null;

  @Field(() => String, { description: "Status, for example planned, started, completed. 状态。" })
  status!: string;

  @Field(() => DecimalScalar, { nullable: true, description: "Yuan; null when not stated. 金额（元）。" })
  amount!: string | null;

  @Field(() => String, { nullable: true, description: "actual or planned. 金额性质。" })
  amountKind!: string | null;

  @Field(() => String, { nullable: true, description: "exact, more_than, nearly, at_least or approx. 限定词。" })
  amountQualifier!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Site, square metres. 占地面积（平方米）。" })
  siteAreaM2!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Floor area, square metres. 建筑面积（平方米）。" })
  floorAreaM2!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Playground, square metres. 运动场面积（平方米）。" })
  playgroundAreaM2!: string | null;

  @Field(() => Int, { nullable: true, description: "How many of `countUnit`; null when nothing is counted. 数量。" })
  count!: number | null;

  @Field(() => String, { nullable: true, description: "What is counted: schools, projects, pieces. 计数单位。" })
  countUnit!: string | null;

  @Field(() => String, { nullable: true, description: "What to know when reading it. 备注。" })
  note!: string | null;
}

@ObjectType({ description: "Something a project bought in a calendar year. 采购明细。" })
export class ProcurementLine {
  @Field(() => ID, { description: "Stable id. 编号。" })
  id!: string;

  @Field(() => String, { description: "Class of asset, for example COMPUTERS, BOOKS. 资产类别。" })
  assetClass!: string;

  @Field(() => Int, { description: "Pieces. 数量。" })
  quantity!: number;

  @Field(() => Int, { description: "Calendar year. 年份。" })
  year!: number;
}

@InputType({ description: "Conditions on projects; all given ones must hold. 项目筛选条件。" })
export class ProjectWhere {
  @Field(() => [String], { nullable: true, description: "Categories. 类别。" })
  category?: string[] | null;

  @Field(() => [String], { nullable: true, description: "Programmes. 所属计划。" })
  programme?: string[] | null;

  @Field(() => [String], { nullable: true, description: "Statuses. 状态。" })
  status?: string[] | null;

  @Field(() => Stage, { nullable: true, description: "Stage. 学段。" })
  stage?: Stage | null;

  @Field(() => Int, { nullable: true, description: "A calendar year within the period. 时期内的年份。" })
  year?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only projects a document states, or only made-up ones. 是否文件载明。",
  })
  stated?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only projects without parts, which carry the money, or only those with. 是否为无下级的项目。",
  })
  carriesMoney?: boolean | null;
}
