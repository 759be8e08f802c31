import { Provenance, Stage, provenanceOf } from "@hub/schema";
import type { GraphQLResolveInfo } from "graphql";
import {
  Arg,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Info,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { AreaProfile } from "../area-profile/area-profile.graph.js";
import type { SchoolsContext } from "../context.js";
import { areaProfile } from "../division/division.graph.js";
import { readAreaSchoolsAhead } from "../funded-overdue/read-ahead.js";
import type { AuthorityRow } from "./authority.store.js";

@ObjectType({
  description:
    "An education authority: the tree of management beside the tree of divisions. 教育主管部门（主管口径）。",
})
@Directive('@key(fields: "id")')
export class Authority {
  @Field(() => ID, { description: "The authority's id. 编号。" })
  id!: string;

  @Field(() => String, { description: "Name. 名称。" })
  name!: string;

  @Field(() => String, { description: "PROVINCE, CITY or COUNTY. 层级。" })
  level!: string;
}

@Resolver(() => Authority)
export class AuthorityResolver {
  @Query(() => Authority, { nullable: true, description: "An authority by id; null when unknown. 按编号查主管部门。" })
  authority(
    @Arg("id", () => ID, { description: "The record's id. 编号。" }) id: string,
    @Ctx() context: SchoolsContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AuthorityRow | null> {
    const authority = context.loaders.authority.load(id);
    readAreaSchoolsAhead(info, id, context);
    return authority;
  }

  @FieldResolver(() => Authority, { nullable: true, description: "The authority above. 上级主管部门。" })
  parent(@Root() { parentId }: AuthorityRow, @Ctx() { loaders }: SchoolsContext): Promise<AuthorityRow | null> {
    return parentId === null ? Promise.resolve(null) : loaders.authority.load(parentId);
  }

  @FieldResolver(() => AreaProfile, {
    description: "The schools it manages in one academic year and stage, wherever they lie. 主管口径年度概况。",
  })
  profile(
    @Root() authority: Authority,
    @Arg("year", () => Int, { description: "First year of the academic year. 学年起始年。" }) year: number,
    @Arg("stage", () => Stage, { nullable: true, description: "Null means all stages. 学段，空为全部。" })
    stage: Stage | null,
  ): AreaProfile {
    return areaProfile(authority.id, year, stage);
  }

  @FieldResolver(() => Provenance, { description: "Where the record comes from. 出处。" })
  provenance(@Root() authority: AuthorityRow): Provenance {
    return provenanceOf(authority);
  }
}

export function authorityReference({ id }: Authority, { loaders }: SchoolsContext): Promise<AuthorityRow | null> {
  return loaders.authority.load(id);
}
