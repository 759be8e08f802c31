import { Origin, Provenance, provenanceOf } from "@hub/schema";
import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from "type-graphql";
import type { FundingContext } from "../context.js";
import { County } from "../county/county.types.js";
import { School } from "../school/school.types.js";
import type { ProcurementLineRow, ProjectSchoolRow } from "./project-detail.store.js";
import type { ProjectRow } from "./project.store.js";
import { ProcurementLine, Project } from "./project.types.js";

@ObjectType({ description: "A school a project serves, with the works done there. 项目所涉学校及工程内容。" })
export class ProjectSchool {
  @Field(() => School, { nullable: true, description: "The school. 学校。" })
  school!: School | null;

  @Field(() => String, { description: "Works, for example TOILET, PLAYGROUND, EQUIPMENT. 工程内容。" })
  works!: string;

  @Field(() => Origin, { description: "Whether the document names the school, or it is made up. 来源性质。" })
  origin!: Origin;
}

@Resolver(() => Project)
export class ProjectResolver {
  @Query(() => Project, { nullable: true, description: "A project by id; null when unknown. 按编号查项目。" })
  project(
    @Arg("id", () => ID, { description: "The record's id. 编号。" }) id: string,
    @Ctx() { loaders }: FundingContext,
  ): Promise<ProjectRow | null> {
    return loaders.project.load(id);
  }

  @FieldResolver(() => County, { nullable: true, description: "The county whose register holds it. 所属县区。" })
  county(@Root() { countyCode }: ProjectRow): County {
    return Object.assign(new County(), { code: countyCode });
  }

  @FieldResolver(() => Project, { nullable: true, description: "The project it is a part of. 上级项目。" })
  parent(@Root() { parentId }: ProjectRow, @Ctx() { loaders }: FundingContext): Promise<ProjectRow | null> {
    return parentId === null ? Promise.resolve(null) : loaders.project.load(parentId);
  }

  @FieldResolver(() => [Project], {
    description: "Its parts; none for a project that carries its own money. 下级项目。",
  })
  parts(@Root() { id }: Project, @Ctx() { loaders }: FundingContext): Promise<readonly ProjectRow[]> {
    return loaders.projectDetails.parts.load(id);
  }

  @FieldResolver(() => [ProjectSchool], {
    description: "Schools it serves; those of its parts stand there. 所涉学校。",
  })
  async schools(@Root() { id }: Project, @Ctx() { loaders }: FundingContext): Promise<readonly ProjectSchool[]> {
    return (await loaders.projectDetails.schools.load(id)).map(projectSchool);
  }

  @FieldResolver(() => [ProcurementLine], { description: "What it bought, by year. 采购明细。" })
  procurement(@Root() { id }: Project, @Ctx() { loaders }: FundingContext): Promise<readonly ProcurementLineRow[]> {
    return loaders.projectDetails.procurement.load(id);
  }

  @FieldResolver(() => Provenance, { description: "Where the record comes from. 出处。" })
  provenance(@Root() project: ProjectRow): Provenance {
    return provenanceOf(project);
  }
}

@Resolver(() => ProcurementLine)
export class ProcurementLineResolver {
  @FieldResolver(() => Provenance, { description: "Where the record comes from. 出处。" })
  provenance(@Root() line: ProcurementLineRow): Provenance {
    return provenanceOf(line);
  }
}

function projectSchool({ schoolId, works, origin }: ProjectSchoolRow): ProjectSchool {
  const school = Object.assign(new School(), { id: schoolId });
  return Object.assign(new ProjectSchool(), { school, works, origin: origin as Origin });
}

export function projectReference({ id }: Project, { loaders }: FundingContext): Promise<ProjectRow | null> {
  return loaders.project.load(id);
}
