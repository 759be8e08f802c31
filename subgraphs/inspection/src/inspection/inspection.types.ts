import { DateScalar, Stage } from "@hub/schema";
import { Directive, Field, ID, ObjectType } from "type-graphql";

@ObjectType({ description: "An inspection of a school, or of a county as a whole. 督导检查。" })
@Directive('@key(fields: "id")')
export class Inspection {
  @Field(() => ID, { description: "The hub's own id. 编号。" })
  id!: string;

  @Field(() => String, { description: "ROUTINE, SPECIAL, RESPONSIBLE_INSPECTOR, PROVINCIAL and the like. 类型。" })
  kind!: string;

  @Field(() => String, { nullable: true, description: "Its title. 名称。" })
  title!: string | null;

  @Field(() => Stage, { nullable: true, description: "The stage inspected; null for all. 学段。" })
  stage!: Stage | null;

  @Field(() => DateScalar, { description: "The day. 日期。" })
  date!: string;
}
