import {
  checkedDivisionCode,
  checkedYear,
  connectionOf,
  connectionTypes,
  cutPage,
  decodeCursor,
  pageSize,
} from "@hub/kit";
import { Arg, ArgsType, Args, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { FundingContext } from "../context.js";
import { County } from "../county/county.types.js";
import { School } from "../school/school.types.js";
import type { ProjectFilter, ProjectRow } from "./project.store.js";
import { Project, ProjectWhere } from "./project.types.js";

/** Names the sort order inside cursors. */
const ORDER = "funding.project";

const { Connection: ProjectConnection } = connectionTypes(Project, "Project");
type Projects = InstanceType<typeof ProjectConnection>;

/** The arguments every list of projects takes. */
@ArgsType()
class ProjectPage {
  @Field(() => ProjectWhere, { nullable: true, description: "Conditions. 条件。" })
  where?: ProjectWhere | null;

  @Field(() => Int, { nullable: true, description: "Rows of the page, 1 to 500; default 50. 每页行数。" })
  first?: number | null;

  @Field(() => String, { nullable: true, description: "endCursor of the page before. 上一页游标。" })
  after?: string | null;
}

@Resolver()
export class ProjectListResolver {
  @Query(() => ProjectConnection, {
    description: "The public register of projects, by id. 项目公开登记。",
  })
  projects(
    @Arg("county", () => ID, { nullable: true, description: "County code. 县区代码。" }) county: string | null,
    @Args(() => ProjectPage) page: ProjectPage,
    @Ctx() context: FundingContext,
  ): Promise<Projects> {
    const code = county === null || county === undefined ? null : checkedDivisionCode("county", county, [6]);
    return projectPage({ county: code, school: null }, page, context);
  }
}

@Resolver(() => County)
export class CountyProjectsResolver {
  @FieldResolver(() => ProjectConnection, {
    nullable: true,
    description: "Projects of the county, by id. 本县区的项目。",
  })
  projects(
    @Root() { code }: County,
    @Args(() => ProjectPage) page: ProjectPage,
    @Ctx() context: FundingContext,
  ): Promise<Projects> {
    return projectPage({ county: code, school: null }, page, context);
  }
}

@Resolver(() => School)
export class SchoolProjectsResolver {
  @FieldResolver(() => ProjectConnection, {
    nullable: true,
    description: "Projects that serve the school, by id. 涉及本校的项目。",
  })
  projects(
    @Root() { id }: School,
    @Args(() => ProjectPage) page: ProjectPage,
    @Ctx() context: FundingContext,
  ): Promise<Projects> {
    return projectPage({ county: null, school: id }, page, context);
  }
}

async function projectPage(
  scope: Pick<ProjectFilter, "county" | "school">,
  { where, first, after }: ProjectPage,
  { loaders }: FundingContext,
): Promise<Projects> {
  const size = pageSize(first);
  const [afterId] = (decodeCursor(ORDER, after) ?? [null]) as [string | null];
  const filter = projectFilter(scope, where ?? {});
  const rows = await loaders.projectPage.load({ ...filter, after: afterId, size: size + 1 });
  return connectionOf<ProjectRow, ProjectRow, Projects>(ProjectConnection, cutPage(rows, size), {
    order: ORDER,
    position: (row) => [row.id],
    node: (row) => row,
    after,
    countAll: () => loaders.projectCount.load(filter),
  });
}

function projectFilter(scope: Pick<ProjectFilter, "county" | "school">, where: ProjectWhere): ProjectFilter {
  const { category, programme, status, stage, year, stated, carriesMoney } = where;
  return {
    ...scope,
    categories: category ?? null,
    programmes: programme ?? null,
    statuses: status ?? null,
    stage: stage ?? null,
    year: year === null || year === undefined ? null : checkedYear("where.year", year),
    stated: stated ?? null,
    leaf: carriesMoney ?? null,
  };
}
