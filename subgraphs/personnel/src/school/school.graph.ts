import { connectionOf, connectionTypes, cutPage, decodeCursor, pageSize } from "@hub/kit";
import { DateScalar } from "@hub/schema";
import { Arg, Authorized, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { PersonnelContext } from "../context.js";
import type { TeacherRow } from "../teacher/teacher.store.js";
import { Teacher } from "../teacher/teacher.types.js";
import { School } from "./school.types.js";

/** Names the sort order inside cursors. */
const ORDER = "personnel.staff";

const { Connection: TeacherConnection } = connectionTypes(Teacher, "Teacher");

@Resolver(() => School)
export class SchoolResolver {
  @Authorized<"personnel">("personnel")
  @FieldResolver(() => TeacherConnection, {
    nullable: true,
    description:
      "People assigned to the school on a day, by name. For the personnel role, within the viewer's area. 某日在校教职工（限人事权限）。",
  })
  async staff(
    @Root() { id: schoolId }: School,
    @Arg("on", () => DateScalar, { nullable: true, description: "The day; default today. 日期，默认今日。" })
    day: string | null,
    @Arg("first", () => Int, { nullable: true, description: "Rows of the page, 1 to 500; default 50. 每页行数。" })
    first: number | null,
    @Arg("after", () => String, { nullable: true, description: "endCursor of the page before. 上一页游标。" })
    after: string | null,
    @Ctx() { loaders }: PersonnelContext,
  ): Promise<InstanceType<typeof TeacherConnection>> {
    const size = pageSize(first);
    const [afterName, afterId] = (decodeCursor(ORDER, after) ?? [null, null]) as (string | null)[];
    const on = day ?? new Date().toISOString().slice(0, 10);
    const page = { schoolId, on, size: size + 1, afterName: afterName ?? null, afterId: afterId ?? null };
    return connectionOf<TeacherRow, TeacherRow, InstanceType<typeof TeacherConnection>>(
      TeacherConnection,
      cutPage(await loaders.staffPage.load(page), size),
      {
        order: ORDER,
        position: (row) => [row.name, row.id],
        node: (row) => row,
        after,
        countAll: () => loaders.staffPageCount.load({ schoolId, on }),
      },
    );
  }
}
