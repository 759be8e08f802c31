import { connectionOf, connectionTypes, cutPage, decodeCursor, halfWidth, pageSize } from "@hub/kit";
import { DateScalar, badArgument, normalizeSchoolName } from "@hub/schema";
import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import type { SchoolsContext } from "../context.js";
import type { SchoolFilter, SchoolRow } from "./school.store.js";
import { School, SchoolWhere } from "./school.types.js";

/** Names the sort order inside cursors. */
const ORDER = "schools.name";

const types = connectionTypes(School, "School");
export const SchoolConnection = types.Connection;

@Resolver()
export class SchoolListResolver {
  @Query(() => SchoolConnection, {
    description: "Schools by name: open on a day, within an area, under conditions. 学校列表：按日期、区域、条件筛选。",
  })
  async schools(
    @Arg("within", () => ID, { nullable: true, description: "Division code or authority id. 区划代码或主管部门编号。" })
    within: string | null,
    @Arg("on", () => DateScalar, {
      nullable: true,
      description: "The day the register is read for; default today. 日期，默认今日。",
    })
    on: string | null,
    @Arg("where", () => SchoolWhere, { nullable: true, description: "Conditions. 条件。" }) where: SchoolWhere | null,
    @Arg("first", () => Int, { nullable: true, description: "Rows of the page, 1 to 500; default 50. 每页行数。" })
    first: number | null,
    @Arg("after", () => String, { nullable: true, description: "endCursor of the page before. 上一页游标。" })
    after: string | null,
    @Ctx() { stores }: SchoolsContext,
  ): Promise<InstanceType<typeof SchoolConnection>> {
    const size = pageSize(first);
    const filter = schoolFilter(within, on, where);
    const rows = await stores.school.page(filter, decodeCursor(ORDER, after), size + 1);
    return connectionOf<SchoolRow, SchoolRow, InstanceType<typeof SchoolConnection>>(
      SchoolConnection,
      cutPage(rows, size),
      {
        order: ORDER,
        position: (row) => [row.name, row.id],
        node: (row) => row,
        after,
        countAll: () => (rows[0] === undefined ? stores.school.count(filter) : Promise.resolve(rows[0].total)),
      },
    );
  }
}

function schoolFilter(within: string | null, on: string | null, where: SchoolWhere | null): SchoolFilter {
  const name = where?.name === undefined || where.name === null ? null : normalizeSchoolName(where.name);
  if (name === "") throw badArgument("where.name", where?.name, "at least one letter or character of a name");
  return {
    within: within ? halfWidth(within) : null,
    on: on ?? new Date().toISOString().slice(0, 10),
    stage: where?.stage ?? null,
    ownerships: where?.ownership ?? null,
    typeCodes: where?.type ?? null,
    name,
  };
}
