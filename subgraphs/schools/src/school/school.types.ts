import { DateScalar, Stage } from "@hub/schema";
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";

export enum Ownership {
  PUBLIC = "PUBLIC",
  INCLUSIVE_PRIVATE = "INCLUSIVE_PRIVATE",
  OTHER_PRIVATE = "OTHER_PRIVATE",
  UNLICENSED = "UNLICENSED",
}

registerEnumType(Ownership, {
  name: "Ownership",
  description: "Who runs a school. 举办性质。",
  valuesConfig: {
    PUBLIC: { description: "Run by the state, or with its money or assets. 公办。" },
    INCLUSIVE_PRIVATE: { description: "Recognised inclusive private kindergarten. 普惠性民办。" },
    OTHER_PRIVATE: { description: "Other private. 其他民办。" },
    UNLICENSED: { description: "Without a licence. 无证。" },
  },
});

export enum IdentifierScheme {
  MOE_SCHOOL_CODE = "MOE_SCHOOL_CODE",
  USCC = "USCC",
  LOCAL = "LOCAL",
}

registerEnumType(IdentifierScheme, {
  name: "IdentifierScheme",
  description: "Who gives an identifier. 标识码体系。",
  valuesConfig: {
    MOE_SCHOOL_CODE: { description: "Ten-digit code of the Ministry of Education. 学校（机构）标识码。" },
    USCC: { description: "Unified social credit code, GB 32100. 统一社会信用代码。" },
    LOCAL: { description: "The county's own code. 地方代码。" },
  },
});

@ObjectType({ description: "A school, kindergarten or teaching point. 学校、幼儿园或教学点。" })
@Directive('@key(fields: "id")')
export class School {
  @Field(() => ID, { description: "The hub's own id: never changes, never given again. 枢纽内部编号，终身不变。" })
  id!: string;

  @Directive("@shareable")
  @Field(() => String, { description: "Official name. 规范名称。" })
  name!: string;

  @Field(() => String, { description: "Sponsor as the statistics name it. 举办者。" })
  sponsor!: string;

  @Field(() => Ownership, { description: "Public, inclusive private, other private or unlicensed. 举办性质。" })
  ownership!: Ownership;

  @Field(() => String, {
    nullable: true,
    description: "URBAN, TOWN or RURAL by the site's class; never by the name. 城乡类型。",
  })
  urbanRural!: string | null;

  @Field(() => Boolean, { description: "Whether it boards students. 是否寄宿制。" })
  boarding!: boolean;

  @Field(() => [Stage], { description: "Stages it teaches. 办学学段。" })
  stages!: Stage[];

  @Field(() => DateScalar, { nullable: true, description: "First day; null when before the records. 开办日期。" })
  openedOn!: string | null;

  @Directive("@shareable")
  @Field(() => DateScalar, { nullable: true, description: "First day it is closed; null while open. 撤销日期。" })
  closedOn!: string | null;
}

@ObjectType({ description: "An identifier of a school, from a date to a date. 标识码及有效期。" })
export class SchoolIdentifier {
  @Field(() => IdentifierScheme, { description: "Who gives it. 体系。" })
  scheme!: IdentifierScheme;

  @Field(() => String, { description: "The code. 代码值。" })
  value!: string;

  @Field(() => DateScalar, { description: "First day of validity. 生效日期。" })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: "First day it is void; null while valid. 失效日期。" })
  validTo!: string | null;
}

@ObjectType({ description: "A name of a school. 校名。" })
export class SchoolName {
  @Field(() => String, { description: "The name as written. 名称。" })
  name!: string;

  @Field(() => String, { description: "OFFICIAL, FORMER or ALIAS. 名称类型。" })
  kind!: string;

  @Field(() => DateScalar, { nullable: true, description: "First day it was borne. 启用日期。" })
  validFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "First day it was no longer borne. 停用日期。" })
  validTo!: string | null;
}

@ObjectType({ description: "What a county document says of a school. 文件对学校的表述。" })
export class SchoolStatement {
  @Field(() => String, { description: "The school as the document calls it. 文件所用名称。" })
  nameStated!: string;

  @Field(() => String, { description: "What happened. 事项。" })
  event!: string;

  @Field(() => String, { nullable: true, description: "Year or years. 时间。" })
  period!: string | null;

  @Field(() => String, { nullable: true, description: "The facts stated. 事实。" })
  facts!: string | null;

  @Field(() => String, { nullable: true, description: "What was inferred. 推断说明。" })
  note!: string | null;

  @Field(() => String, { description: "File name of the document. 文件名。" })
  document!: string;

  @Field(() => Int, { description: "Line of the document. 行号。" })
  documentLine!: number;
}

@ObjectType({
  description:
    "Something that happened to a school: an award, a certification, a service begun. 学校事项：荣誉、认定等。",
})
export class SchoolEvent {
  @Field(() => String, { description: "What it was, for example AWARD. 类型。" })
  kind!: string;

  @Field(() => String, { nullable: true, description: "Title of the award or service. 名称。" })
  title!: string | null;

  @Field(() => String, { nullable: true, description: "Level that gave it. 级别。" })
  level!: string | null;

  @Field(() => DateScalar, { description: "The day. 日期。" })
  date!: string;
}

@InputType({ description: "Conditions on a list of schools; all must hold. 学校筛选条件。" })
export class SchoolWhere {
  @Field(() => Stage, { nullable: true, description: "Teaches this stage. 学段。" })
  stage?: Stage;

  @Field(() => [Ownership], { nullable: true, description: "Run by one of these. 举办性质。" })
  ownership?: Ownership[];

  @Field(() => [String], { nullable: true, description: "One of these GB/T 33782 types. 办学类型代码。" })
  type?: string[];

  @Field(() => String, {
    nullable: true,
    description: "Part of any name, old name or alias, full or half width. 名称片段（含曾用名、别名）。",
  })
  name?: string;
}
