import type { ProgrammeRow } from "@hub/kit";
import { checkedYear, programmeProvenance } from "@hub/kit";
import { Provenance } from "@hub/schema";
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { FundingContext } from "../context.js";
import type { AllocationTotalRow, PaymentTotalRow, ProjectTotalRow } from "./county.store.js";
import { AllocationTotal, County, FundingProgramme, PaymentTotal, ProjectTotal } from "./county.types.js";

const YEAR = { nullable: true, description: "Calendar year; null means all years. 年份（自然年），空为全部。" };

const PROGRAMMES = { nullable: true, description: "Only these programmes. 仅限这些资金项目。" };

@Resolver(() => County)
export class CountyResolver {
  @FieldResolver(() => [PaymentTotal], {
    nullable: true,
    description:
      "Money paid, by calendar year, programme, purpose and stage; no single payment. 支付汇总（不含单笔）。",
  })
  async paymentTotals(
    @Root() { code }: County,
    @Arg("year", () => Int, YEAR) year: number | null,
    @Arg("programmes", () => [String], PROGRAMMES) programmes: string[] | null,
    @Ctx() { loaders }: FundingContext,
  ): Promise<readonly PaymentTotalRow[]> {
    return matching(await loaders.county.payments.load(code), year, programmes);
  }

  @FieldResolver(() => [AllocationTotal], {
    nullable: true,
    description: "Money allotted, by calendar year, programme, level and stage. 拨款汇总。",
  })
  async allocationTotals(
    @Root() { code }: County,
    @Arg("year", () => Int, YEAR) year: number | null,
    @Arg("programmes", () => [String], PROGRAMMES) programmes: string[] | null,
    @Ctx() { loaders }: FundingContext,
  ): Promise<readonly AllocationTotalRow[]> {
    return matching(await loaders.county.allocations.load(code), year, programmes);
  }

  @FieldResolver(() => [ProjectTotal], {
    nullable: true,
    description: "Projects whose period holds the year, by programme and category. 项目汇总。",
  })
  async projectTotals(
    @Root() { code }: County,
    @Arg("year", () => Int, YEAR) year: number | null,
    @Ctx() { loaders }: FundingContext,
  ): Promise<readonly ProjectTotalRow[]> {
    const rows = await loaders.county.projects.load(code);
    const asked = askedYear(year);
    return asked === null ? rows : rows.filter((row) => row.firstYear <= asked && row.lastYear >= asked);
  }

  @FieldResolver(() => [FundingProgramme], {
    nullable: true,
    description: "Aid programmes the county's documents state. 文件所述资助项目。",
  })
  fundingProgrammes(@Root() { code }: County, @Ctx() { loaders }: FundingContext): Promise<readonly ProgrammeRow[]> {
    return loaders.county.programmes.load(code);
  }
}

@Resolver(() => FundingProgramme)
export class FundingProgrammeResolver {
  @FieldResolver(() => Provenance, { description: "Where the record comes from. 出处。" })
  provenance(@Root() programme: ProgrammeRow): Provenance {
    return programmeProvenance(programme);
  }
}

function matching<R extends { readonly year: number; readonly programme: string }>(
  rows: readonly R[],
  year: number | null,
  programmes: readonly string[] | null,
): readonly R[] {
  const asked = askedYear(year);
  return rows.filter(
    (row) =>
      (asked === null || row.year === asked) &&
      (programmes === null || programmes === undefined || programmes.includes(row.programme)),
  );
}

/** The year to keep; null for all; BAD_USER_INPUT for an impossible one. */
function askedYear(year: number | null | undefined): number | null {
  return year === null || year === undefined ? null : checkedYear("year", year);
}
