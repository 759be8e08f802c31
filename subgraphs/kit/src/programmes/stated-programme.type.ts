import { DecimalScalar } from "@hub/schema";
import { Field, ID, ObjectType } from "type-graphql";

/** What every owner tells of a programme a county document states; each owner names its own type after itself. */
@ObjectType()
export abstract class StatedProgramme {
  @Field(() => ID, { description: "Stable id of the statement. 编号。" })
  id!: string;

  @Field(() => String, { description: "Name. 名称。" })
  name!: string;

  @Field(() => String, { description: "Name in English. 英文名称。" })
  nameEn!: string;

  @Field(() => String, { description: "Category, for example teacher_recruitment, inspection, aid. 类别。" })
  category!: string;

  @Field(() => String, { description: "Year or years. 时间。" })
  period!: string;

  @Field(() => DecimalScalar, { nullable: true, description: "The number stated; null for none. 数量。" })
  quantity!: string | null;

  @Field(() => String, { nullable: true, description: "exact, more_than, nearly, at_least or approx. 限定词。" })
  qualifier!: string | null;

  @Field(() => String, { nullable: true, description: "Unit of the number. 单位。" })
  unit!: string | null;

  @Field(() => String, { description: "measured, target, planned or norm. 性质。" })
  kind!: string;

  @Field(() => String, { nullable: true, description: "What to know when reading it. 备注。" })
  note!: string | null;
}
