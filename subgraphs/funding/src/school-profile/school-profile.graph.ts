import type { Loaded } from "@hub/kit";
import { DecimalScalar, ForAll } from "@hub/schema";
import { Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { FundingContext } from "../context.js";
import { totalYuan, yuanText } from "../area-profile/spending-table.js";

@ObjectType({ description: "Money by the level it came from. 按资金来源层级。" })
export class SourceAmount {
  @Field(() => String, {
    description: "CENTRAL, PROVINCE, CITY, COUNTY, SCHOOL (own funds), SOCIAL or MIXED. 来源层级。",
  })
  sourceLevel!: string;

  @Field(() => DecimalScalar, { description: "Yuan. 金额（元）。" })
  amount!: string;
}

/** What funding adds to one school in one year; the schools subgraph owns the profile. */
@ObjectType()
@Directive('@key(fields: "schoolId year")')
export class SchoolProfile {
  @Field(() => ID)
  schoolId!: string;

  @Field(() => Int)
  year!: number;
}

@Resolver(() => SchoolProfile)
export class SchoolProfileResolver {
  @ForAll()
  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description:
      "Yuan paid to the school in the calendar year `year`, works and aid included. Null when it filed no accounts. " +
      "拨付到校资金（自然年，元），未报为空。",
  })
  spending(
    @Root() profiles: readonly SchoolProfile[],
    @Ctx() { loaders }: FundingContext,
  ): Promise<Loaded<string | null>> {
    return loaders.schoolSpending.forAll(profiles, keyOf, (table) => totalYuan(table, "spending"));
  }

  @ForAll()
  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description: "The part of it for staff, yuan. 人员经费（自然年，元）。",
  })
  personnelSpending(
    @Root() profiles: readonly SchoolProfile[],
    @Ctx() { loaders }: FundingContext,
  ): Promise<Loaded<string | null>> {
    return loaders.schoolSpending.forAll(profiles, keyOf, (table) => totalYuan(table, "personnelSpending"));
  }

  @ForAll()
  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description: "The part of it for running the school (public use), yuan. 公用经费（自然年，元）。",
  })
  publicUseSpending(
    @Root() profiles: readonly SchoolProfile[],
    @Ctx() { loaders }: FundingContext,
  ): Promise<Loaded<string | null>> {
    return loaders.schoolSpending.forAll(profiles, keyOf, (table) => totalYuan(table, "publicUseSpending"));
  }

  @ForAll()
  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description: "The part of it for works and equipment, yuan. 建设与设备支出（自然年，元）。",
  })
  capitalSpending(
    @Root() profiles: readonly SchoolProfile[],
    @Ctx() { loaders }: FundingContext,
  ): Promise<Loaded<string | null>> {
    return loaders.schoolSpending.forAll(profiles, keyOf, (table) => totalYuan(table, "capitalSpending"));
  }

  @ForAll()
  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description: "The part of it for aid and subsidies to people, yuan. 资助与补助（自然年，元）。",
  })
  aidSpending(
    @Root() profiles: readonly SchoolProfile[],
    @Ctx() { loaders }: FundingContext,
  ): Promise<Loaded<string | null>> {
    return loaders.schoolSpending.forAll(profiles, keyOf, (table) => totalYuan(table, "aidSpending"));
  }

  @ForAll()
  @FieldResolver(() => Int, {
    nullable: true,
    description: "Person-times the aid and subsidies reached in the calendar year. 资助与补助人次（自然年）。",
  })
  aidPersonTimes(
    @Root() profiles: readonly SchoolProfile[],
    @Ctx() { loaders }: FundingContext,
  ): Promise<Loaded<number | null>> {
    return loaders.schoolSpending.forAll(profiles, keyOf, (table) => table.aidPersonTimes[0] ?? null);
  }

  @FieldResolver(() => [SourceAmount], {
    nullable: true,
    description: "The money by the level it came from; null when the school filed no accounts. 按来源层级的资金。",
  })
  async spendingBySource(
    @Root() profile: SchoolProfile,
    @Ctx() { loaders }: FundingContext,
  ): Promise<readonly SourceAmount[] | null> {
    const [{ cents }, sources] = await Promise.all([
      loaders.schoolSpending.load(profile),
      loaders.schoolSources.load(profile),
    ]);
    if ((cents.spending[0] ?? null) === null) return null;
    const inOrder = sources.toSorted((left, right) => (left.sourceLevel < right.sourceLevel ? -1 : 1));
    return inOrder.map((row) =>
      Object.assign(new SourceAmount(), { sourceLevel: row.sourceLevel, amount: yuanText(row.cents) }),
    );
  }
}

const keyOf = (profile: SchoolProfile) => profile;

/** Every key is a valid profile: what was reported is answered field by field. */
export function schoolProfileReference({ schoolId, year }: SchoolProfile): SchoolProfile {
  return Object.assign(new SchoolProfile(), { schoolId, year });
}
