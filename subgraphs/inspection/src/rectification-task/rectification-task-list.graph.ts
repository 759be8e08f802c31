import { checkedDivisionCode, connectionOf, connectionTypes, cutPage, decodeCursor, pageSize } from "@hub/kit";
import { DateScalar, badArgument } from "@hub/schema";
import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import type { InspectionContext } from "../context.js";
import type { RectificationTaskRow, TaskFilter } from "./rectification-task.store.js";
import { RectificationState, RectificationTask } from "./rectification-task.types.js";

/** Names the sort order inside cursors. */
const ORDER = "inspection.tasksByDueDate";

const { Connection: RectificationTaskConnection } = connectionTypes(RectificationTask, "RectificationTask");
type RectificationTaskConnection = InstanceType<typeof RectificationTaskConnection>;

@Resolver()
export class RectificationTaskListResolver {
  @Query(() => RectificationTaskConnection, {
    description:
      "Rectification tasks of a county or a school as they stand on a day, by due date; tasks found later are left out. " +
      "某县或某校整改任务（按期限排序）。",
  })
  async rectificationTasks(
    @Arg("county", () => ID, { nullable: true, description: "The county's six-digit code. 县区代码。" })
    county: string | null,
    @Arg("school", () => ID, { nullable: true, description: "The school's id. 学校编号。" }) school: string | null,
    @Arg("state", () => [RectificationState], {
      nullable: true,
      description:
        "Only tasks in one of these states; OPEN and OVERDUE together are all that are not closed. 整改状态。",
    })
    state: RectificationState[] | null,
    @Arg("on", () => DateScalar, { nullable: true, description: "The day; default today. 日期，默认今日。" })
    on: string | null,
    @Arg("first", () => Int, { nullable: true, description: "Rows of the page, 1 to 500; default 50. 每页行数。" })
    first: number | null,
    @Arg("after", () => String, { nullable: true, description: "endCursor of the page before. 上一页游标。" })
    after: string | null,
    @Ctx() { stores }: InspectionContext,
  ): Promise<RectificationTaskConnection> {
    const size = pageSize(first);
    const filter = taskFilter(county, school, state, on);
    const rows = await stores.task.page(filter, decodeCursor(ORDER, after), size + 1);
    return connectionOf<RectificationTaskRow, RectificationTaskRow, RectificationTaskConnection>(
      RectificationTaskConnection,
      cutPage(rows, size),
      {
        order: ORDER,
        position: (row) => [row.dueOn, row.id],
        node: (row) => row,
        after,
        countAll: () => stores.task.count(filter),
      },
    );
  }
}

function taskFilter(
  county: string | null,
  school: string | null,
  states: RectificationState[] | null,
  on: string | null,
): TaskFilter {
  if (!county && !school) throw badArgument("county", county ?? undefined, 'a county code, or a "school"');
  return {
    countyCode: county ? checkedDivisionCode("county", county, [6]) : null,
    schoolId: school ? school : null,
    states: states ?? null,
    on: on ?? new Date().toISOString().slice(0, 10),
  };
}
