import {
  checkedDivisionCode,
  checkedYear,
  connectionOf,
  connectionTypes,
  cutPage,
  decodeCursor,
  pageSize,
} from "@hub/kit";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { InspectionContext } from "../context.js";
import { School } from "../school/school.types.js";
import type { InspectionRow } from "./inspection.store.js";
import { Inspection } from "./inspection.types.js";

/** Names the sort order inside cursors. */
const ORDER = "inspection.newest";

const { Connection: InspectionConnection } = connectionTypes(Inspection, "Inspection");
type InspectionConnection = InstanceType<typeof InspectionConnection>;

const FIRST = { nullable: true, description: "Rows of the page, 1 to 500; default 50. 每页行数。" };
const AFTER = { nullable: true, description: "endCursor of the page before. 上一页游标。" };

@Resolver(() => School)
export class InspectionListResolver {
  @FieldResolver(() => InspectionConnection, {
    nullable: true,
    description: "Inspections of the school, newest first. 该校督导检查，新的在前。",
  })
  async inspections(
    @Root() { id: schoolId }: School,
    @Arg("first", () => Int, FIRST) first: number | null,
    @Arg("after", () => String, AFTER) after: string | null,
    @Ctx() { loaders }: InspectionContext,
  ): Promise<InspectionConnection> {
    const size = pageSize(first);
    const [afterDate, afterId] = (decodeCursor(ORDER, after) ?? []) as (string | null)[];
    const key = { schoolId, size: size + 1, afterDate: afterDate ?? null, afterId: afterId ?? null };
    const rows = await loaders.inspectionPage.load(key);
    return connection(rows, size, after, () => loaders.inspectionTotal.load(schoolId));
  }

  @Query(() => InspectionConnection, {
    description: "Inspections of a county and its schools, newest first. 某县督导检查，新的在前。",
  })
  async countyInspections(
    @Arg("county", () => ID, { description: "The county's six-digit code. 县区代码。" }) county: string,
    @Arg("kind", () => String, { nullable: true, description: "Only this kind. 类型。" }) kind: string | null,
    @Arg("year", () => Int, { nullable: true, description: "Only this calendar year. 年份（自然年）。" })
    year: number | null,
    @Arg("countyOnly", () => Boolean, {
      defaultValue: false,
      description: "Only inspections of the county as a whole. 仅全县性检查。",
    })
    countyOnly: boolean,
    @Arg("first", () => Int, FIRST) first: number | null,
    @Arg("after", () => String, AFTER) after: string | null,
    @Ctx() { stores }: InspectionContext,
  ): Promise<InspectionConnection> {
    const size = pageSize(first);
    const filter = {
      countyCode: checkedDivisionCode("county", county, [6]),
      kind: kind ?? null,
      year: (year ?? null) === null ? null : checkedYear("year", year as number),
      countyOnly,
    };
    const rows = await stores.inspection.page(filter, decodeCursor(ORDER, after), size + 1);
    return connection(rows, size, after, () => stores.inspection.count(filter));
  }
}

function connection(
  rows: readonly InspectionRow[],
  size: number,
  after: string | null,
  countAll: () => Promise<number>,
): InspectionConnection {
  return connectionOf<InspectionRow, InspectionRow, InspectionConnection>(InspectionConnection, cutPage(rows, size), {
    order: ORDER,
    position: (row) => [row.date, row.id],
    node: (row) => row,
    after,
    countAll,
  });
}
