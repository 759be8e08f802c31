import { DateScalar, Stage } from "@hub/schema";
import { Directive, Field, ID, ObjectType, registerEnumType } from "type-graphql";

export enum FindingSeverity {
  MINOR = "MINOR",
  MAJOR = "MAJOR",
  SEVERE = "SEVERE",
}

registerEnumType(FindingSeverity, {
  name: "FindingSeverity",
  description: "How grave a finding is. 问题严重程度。",
  valuesConfig: {
    MINOR: { description: "Minor. 一般。" },
    MAJOR: { description: "Major. 较重。" },
    SEVERE: { description: "Severe. 严重。" },
  },
});

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
