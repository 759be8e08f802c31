import { DateScalar, FindingSeverity, Stage } from "@hub/schema";
import { Directive, Field, ID, ObjectType } from "type-graphql";

@ObjectType({ description: "A finding of an inspection: what is to be put right. 督导发现的问题。" })
@Directive('@key(fields: "id")')
export class Finding {
  @Field(() => ID, { description: "The hub's own id. 编号。" })
  id!: string;

  @Field(() => String, { description: "What was found. 问题内容。" })
  item!: string;

  @Field(() => FindingSeverity, { description: "How grave it is. 严重程度。" })
  severity!: FindingSeverity;

  @Field(() => Stage, { nullable: true, description: "The stage concerned; null for all. 学段。" })
  stage!: Stage | null;

  @Field(() => DateScalar, { description: "The day it was found. 发现日期。" })
  foundOn!: string;
}
