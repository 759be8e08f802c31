import { checkedYear } from "@hub/kit";
import { DecimalScalar, Stage } from "@hub/schema";
import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { FundingContext } from "../context.js";
import type { SchoolAllocationRow } from "./school-allocation.store.js";
import { School } from "./school.types.js";

@ObjectType({ description: "Money allotted to a school for a programme by one level. 拨给学校的专项资金。" })
export class SchoolAllocation {
  @Field(() => Int, { description: "Calendar year. 年份。" })
  year!: number;

  @Field(() => String, { description: "Programme, for example NUTRITION. 资金项目。" })
  programme!: string;

  @Field(() => String, { description: "Level that allots it. 拨款层级。" })
  sourceLevel!: string;

  @Field(() => Stage, { nullable: true, description: "Stage; null for none in particular. 学段。" })
  stage!: Stage | null;

  @Field(() => DecimalScalar, { description: "Yuan. 金额（元）。" })
  amount!: string;

  @Field(() => Int, {
    nullable: true,
    description: "People it is for; null where another level counts them. 受益人数。",
  })
  recipients!: number | null;
}

@Resolver(() => School)
export class SchoolResolver {
  @FieldResolver(() => [SchoolAllocation], {
    nullable: true,
    description: "Money allotted to the school, by calendar year and programme. 拨给学校的专项资金（自然年）。",
  })
  async allocations(
    @Root() { id }: School,
    @Arg("year", () => Int, { nullable: true, description: "Calendar year; null means all years. 年份，空为全部。" })
    year: number | null,
    @Ctx() { loaders }: FundingContext,
  ): Promise<readonly SchoolAllocationRow[]> {
    const rows = await loaders.schoolAllocations.load(id);
    if (year === null || year === undefined) return rows;
    const asked = checkedYear("year", year);
    return rows.filter((row) => row.year === asked);
  }
}
