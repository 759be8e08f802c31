import { checkedYear, connectionOf, connectionTypes, cutPage, decodeCursor, pageSize } from "@hub/kit";
import { Provenance, provenanceOf } from "@hub/schema";
import { Args, ArgsType, Authorized, Ctx, Field, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { FundingContext } from "../context.js";
import { County } from "../county/county.types.js";
import type { ProjectRow } from "../project/project.store.js";
import { Project } from "../project/project.types.js";
import { School } from "../school/school.types.js";
import type { PaymentFilter, PaymentRow } from "./payment.store.js";
import { Payment } from "./payment.types.js";

/** Names the sort order inside cursors. */
const ORDER = "funding.payment";

const { Connection: PaymentConnection } = connectionTypes(Payment, "Payment");
type Payments = InstanceType<typeof PaymentConnection>;

/** The arguments every list of payments takes. */
@ArgsType()
class PaymentPage {
  @Field(() => Int, { nullable: true, description: "Calendar year of payment. 年份（自然年）。" })
  year?: number | null;

  @Field(() => [String], { nullable: true, description: "Only these programmes. 仅限这些资金项目。" })
  programmes?: string[] | null;

  @Field(() => Int, { nullable: true, description: "Rows of the page, 1 to 500; default 50. 每页行数。" })
  first?: number | null;

  @Field(() => String, { nullable: true, description: "endCursor of the page before. 上一页游标。" })
  after?: string | null;
}

const LIST = (of: string, zh: string) => ({
  nullable: true,
  description: `Payments of ${of}, by day. For the funding role, within the viewer's area. ${zh}（限财务权限）。`,
});

@Resolver(() => County)
export class CountyPaymentsResolver {
  @Authorized<"funding">("funding")
  @FieldResolver(() => PaymentConnection, LIST("the county", "本县区支付"))
  payments(
    @Root() { code }: County,
    @Args(() => PaymentPage) page: PaymentPage,
    @Ctx() context: FundingContext,
  ): Promise<Payments> {
    return paymentPage({ county: code }, page, context);
  }
}

@Resolver(() => School)
export class SchoolPaymentsResolver {
  @Authorized<"funding">("funding")
  @FieldResolver(() => PaymentConnection, LIST("the school", "本校支付"))
  payments(
    @Root() { id }: School,
    @Args(() => PaymentPage) page: PaymentPage,
    @Ctx() context: FundingContext,
  ): Promise<Payments> {
    return paymentPage({ school: id }, page, context);
  }
}

@Resolver(() => Project)
export class ProjectPaymentsResolver {
  @Authorized<"funding">("funding")
  @FieldResolver(() => PaymentConnection, LIST("the project", "本项目支付"))
  payments(
    @Root() { id }: Project,
    @Args(() => PaymentPage) page: PaymentPage,
    @Ctx() context: FundingContext,
  ): Promise<Payments> {
    return paymentPage({ project: id }, page, context);
  }
}

@Resolver(() => Payment)
export class PaymentResolver {
  @FieldResolver(() => School, {
    nullable: true,
    description: "School paid; null when the office paid itself. 收款学校。",
  })
  school(@Root() { schoolId }: PaymentRow): School | null {
    return schoolId === null ? null : Object.assign(new School(), { id: schoolId });
  }

  @FieldResolver(() => Project, { nullable: true, description: "Project it belongs to. 所属项目。" })
  project(@Root() { projectId }: PaymentRow, @Ctx() { loaders }: FundingContext): Promise<ProjectRow | null> {
    return projectId === null ? Promise.resolve(null) : loaders.project.load(projectId);
  }

  @FieldResolver(() => Provenance, { description: "Where the record comes from. 出处。" })
  provenance(@Root() payment: PaymentRow): Provenance {
    return provenanceOf(payment);
  }
}

async function paymentPage(
  scope: Partial<Pick<PaymentFilter, "county" | "school" | "project">>,
  { year, programmes, first, after }: PaymentPage,
  { loaders }: FundingContext,
): Promise<Payments> {
  const size = pageSize(first);
  const [afterDay, afterId] = (decodeCursor(ORDER, after) ?? [null, null]) as [string | null, string | null];
  const filter: PaymentFilter = {
    county: scope.county ?? null,
    school: scope.school ?? null,
    project: scope.project ?? null,
    programmes: programmes ?? null,
    year: year === null || year === undefined ? null : checkedYear("year", year),
  };
  const rows = await loaders.paymentPage.load({ ...filter, afterDay, afterId, size: size + 1 });
  return connectionOf<PaymentRow, PaymentRow, Payments>(PaymentConnection, cutPage(rows, size), {
    order: ORDER,
    position: (row) => [row.paidOn, row.id],
    node: (row) => row,
    after,
    countAll: () => loaders.paymentCount.load(filter),
  });
}
