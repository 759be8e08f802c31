import type { Loaded } from "@hub/kit";
import type { FactTable } from "@hub/schema";
import { DecimalScalar, FactTableScalar, ForAll, Origin, Stage } from "@hub/schema";
import { Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { FundingContext } from "../context.js";
import { spendingFacts, totalYuan } from "./spending-table.js";
import type { SpendingTable } from "./spending-table.js";

/** What funding adds to an area in a year and stage; the schools subgraph owns the profile. */
@ObjectType()
@Directive('@key(fields: "areaCode year stage")')
export class AreaProfile {
  @Field(() => ID)
  areaCode!: string;

  @Field(() => Int)
  year!: number;

  @Field(() => Stage, { nullable: true })
  stage!: Stage | null;

  @Directive("@external")
  @Field(() => [ID])
  schoolIds!: string[];
}

const NEEDS_SCHOOLS = '@requires(fields: "schoolIds")';

@Resolver(() => AreaProfile)
export class AreaProfileResolver {
  @ForAll()
  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description:
      "Yuan paid to the area's schools in the calendar year `year`, works and aid included. Null when no school filed " +
      "accounts. 拨付到校资金（自然年，元），无学校上报为空。",
  })
  spending(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: FundingContext,
  ): Promise<Loaded<string | null>> {
    return loaders.areaSpending.forAll(profiles, keyOf, (table) => totalYuan(table, "spending"));
  }

  @ForAll()
  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description: "The part of it for staff, yuan. 人员经费（自然年，元）。",
  })
  personnelSpending(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: FundingContext,
  ): Promise<Loaded<string | null>> {
    return loaders.areaSpending.forAll(profiles, keyOf, (table) => totalYuan(table, "personnelSpending"));
  }

  @ForAll()
  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description: "The part of it for running the schools (public use), yuan. 公用经费（自然年，元）。",
  })
  publicUseSpending(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: FundingContext,
  ): Promise<Loaded<string | null>> {
    return loaders.areaSpending.forAll(profiles, keyOf, (table) => totalYuan(table, "publicUseSpending"));
  }

  @ForAll()
  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description: "The part of it for works and equipment, yuan. 建设与设备支出（自然年，元）。",
  })
  capitalSpending(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: FundingContext,
  ): Promise<Loaded<string | null>> {
    return loaders.areaSpending.forAll(profiles, keyOf, (table) => totalYuan(table, "capitalSpending"));
  }

  @ForAll()
  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description: "The part of it for aid and subsidies to people, yuan. 资助与补助（自然年，元）。",
  })
  aidSpending(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: FundingContext,
  ): Promise<Loaded<string | null>> {
    return loaders.areaSpending.forAll(profiles, keyOf, (table) => totalYuan(table, "aidSpending"));
  }

  @ForAll()
  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => Int, {
    nullable: true,
    description: "Schools that filed their closed accounts of the calendar year. 已报决算的学校数。",
  })
  financeReturns(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: FundingContext,
  ): Promise<Loaded<number | null>> {
    return loaders.areaSpending.forAll(profiles, keyOf, filed);
  }

  @ForAll()
  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => Origin, {
    nullable: true,
    description: "Whether the accounts are stated or made up; SYNTHETIC as soon as one is. 决算来源性质。",
  })
  spendingOrigin(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: FundingContext,
  ): Promise<Loaded<string | null>> {
    return loaders.areaSpending.forAll(profiles, keyOf, ({ origin }) => origin);
  }

  @ForAll()
  @Directive("@inaccessible")
  @Directive(NEEDS_SCHOOLS)
  @FieldResolver(() => FactTableScalar, {
    nullable: true,
    description: "The money by school, for indicators.",
  })
  fundingFacts(
    @Root() profiles: readonly AreaProfile[],
    @Ctx() { loaders }: FundingContext,
  ): Promise<Loaded<FactTable | null>> {
    return loaders.areaSpending.forAll(profiles, keyOf, spendingFacts);
  }
}

const keyOf = (profile: AreaProfile) => profile;

function filed({ cents }: SpendingTable): number {
  return cents.spending.filter((value) => value !== null).length;
}

/** Every key is a valid profile; the schools come with it when a field needs them. */
export function areaProfileReference({ areaCode, year, stage, schoolIds }: AreaProfile): AreaProfile {
  return Object.assign(new AreaProfile(), { areaCode, year, stage: stage ?? null, schoolIds });
}
