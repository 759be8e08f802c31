import { hasRole } from "@hub/kit";
import { CodeValue, Provenance, provenanceOf } from "@hub/schema";
import { Arg, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { PersonnelContext } from "../context.js";
import { School } from "../school/school.types.js";
import type { AssignmentRow, HonourRow } from "./career.store.js";
import { educationLevel, professionalTitle } from "./teacher-codes.js";
import type { TeacherRow } from "./teacher.store.js";
import { StaffAssignment, StaffHonour, Teacher } from "./teacher.types.js";

@Resolver(() => Teacher)
export class TeacherResolver {
  @Authorized<"personnel">("personnel")
  @Query(() => Teacher, {
    nullable: true,
    description:
      "A member of staff by id; null when unknown or outside the viewer's area. For the personnel role. 按编号查教职工（限人事权限）。",
  })
  teacher(
    @Arg("id", () => ID, { description: "The record's id. 编号。" }) id: string,
    @Ctx() { loaders }: PersonnelContext,
  ): Promise<TeacherRow | null> {
    return loaders.teacher.load(id);
  }

  @Authorized<"personnel">("personnel")
  @FieldResolver(() => CodeValue, { description: "Level of education. 学历。" })
  education(@Root() { education }: TeacherRow): CodeValue {
    return educationLevel(education);
  }

  @Authorized<"personnel">("personnel")
  @FieldResolver(() => CodeValue, { description: "Professional title. 职称。" })
  title(@Root() { title }: TeacherRow): CodeValue {
    return professionalTitle(title);
  }

  @Authorized<"personnel">("personnel")
  @FieldResolver(() => [StaffAssignment], { description: "Work at schools, oldest first. 任职经历。" })
  assignments(@Root() { id }: Teacher, @Ctx() { loaders }: PersonnelContext): Promise<readonly AssignmentRow[]> {
    return loaders.career.assignments.load(id);
  }

  @Authorized<"personnel">("personnel")
  @FieldResolver(() => [StaffHonour], { description: "Honours, oldest first. 荣誉。" })
  honours(@Root() { id }: Teacher, @Ctx() { loaders }: PersonnelContext): Promise<readonly HonourRow[]> {
    return loaders.career.honours.load(id);
  }

  @Authorized<"personnel">("personnel")
  @FieldResolver(() => Provenance, { description: "Where the record comes from. 出处。" })
  provenance(@Root() teacher: TeacherRow): Provenance {
    return provenanceOf(teacher);
  }
}

@Resolver(() => StaffAssignment)
export class StaffAssignmentResolver {
  @FieldResolver(() => School, { description: "Where. 学校。" })
  school(@Root() { schoolId }: AssignmentRow): School {
    return Object.assign(new School(), { id: schoolId });
  }

  @FieldResolver(() => Provenance, { description: "Where the record comes from. 出处。" })
  provenance(@Root() assignment: AssignmentRow): Provenance {
    return provenanceOf(assignment);
  }
}

@Resolver(() => StaffHonour)
export class StaffHonourResolver {
  @FieldResolver(() => Provenance, { description: "Where the record comes from. 出处。" })
  provenance(@Root() honour: HonourRow): Provenance {
    return provenanceOf(honour);
  }
}

/**
 * The row, within the viewer's area. A viewer without the role gets FORBIDDEN from every field, whether or not there is
 * such a person.
 */
export async function teacherReference(
  { id }: Teacher,
  { viewer, loaders }: PersonnelContext,
): Promise<Teacher | TeacherRow | null> {
  return hasRole(viewer, ["personnel"]) ? loaders.teacher.load(id) : Object.assign(new Teacher(), { id });
}
