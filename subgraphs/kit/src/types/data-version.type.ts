import { Directive, Field, ObjectType } from "type-graphql";

/** The range of versions an owner's change log holds; one shape in every owner. */
@ObjectType({ description: "Versions an owner's change log holds. 数据版本范围。" })
@Directive("@shareable")
export class DataVersion {
  @Field(() => String, { description: "Oldest version still known. 最早版本。" })
  oldest!: string;

  @Field(() => String, {
    description:
      "Newest version; no transaction still open can add one at or below it. 最新版本（不越过未提交的事务）。",
  })
  newest!: string;
}
