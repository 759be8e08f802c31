import type { Loaded } from "@hub/kit";
import type { TaskTable } from "@hub/schema";
import { ForAll, TaskTableScalar } from "@hub/schema";
import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { InspectionContext } from "../context.js";

/** What inspection knows of money and overdue rectifications; the schools subgraph owns the question. */
@ObjectType()
@Directive('@key(fields: "id")')
export class FundedOverdue {
  @Field(() => ID)
  id!: string;

  @Directive("@external")
  @Field(() => [ID])
  schoolIds!: string[];
}

@Resolver(() => FundedOverdue)
export class FundedOverdueResolver {
  @ForAll()
  @Directive("@inaccessible")
  @Directive('@requires(fields: "schoolIds")')
  @FieldResolver(() => TaskTableScalar, {
    nullable: true,
    description: "Overdue tasks of the area's schools, for indicators.",
  })
  tasks(
    @Root() asked: readonly FundedOverdue[],
    @Ctx() { loaders }: InspectionContext,
  ): Promise<Loaded<TaskTable | null>> {
    return loaders.overdueTasks.forAll(asked, (question) => question);
  }

  @ForAll()
  @Directive("@inaccessible")
  @Directive('@requires(fields: "schoolIds")')
  @FieldResolver(() => [ID], {
    nullable: true,
    description: "The schools among them that have an overdue task, for the other subgraphs.",
  })
  lateSchoolIds(
    @Root() asked: readonly FundedOverdue[],
    @Ctx() { loaders }: InspectionContext,
  ): Promise<Loaded<readonly string[] | null>> {
    return loaders.overdueTasks.forAll(
      asked,
      (question) => question,
      (table) => table.schoolIds,
    );
  }
}

/** Every id is a valid question; the schools come with it. */
export function fundedOverdueReference({ id, schoolIds }: FundedOverdue): FundedOverdue {
  return Object.assign(new FundedOverdue(), { id, schoolIds });
}
