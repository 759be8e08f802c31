import type { Loaded } from "@hub/kit";
import type { PaymentTable } from "@hub/schema";
import { ForAll, PaymentTableScalar } from "@hub/schema";
import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { FundingContext } from "../context.js";

/** What funding knows of money and overdue rectifications; the schools subgraph owns the question. */
@ObjectType()
@Directive('@key(fields: "id")')
export class FundedOverdue {
  @Field(() => ID)
  id!: string;

  @Directive("@external")
  @Field(() => [ID])
  schoolIds!: string[];

  @Directive("@external")
  @Field(() => [ID], { nullable: true })
  lateSchoolIds?: string[] | null;
}

@Resolver(() => FundedOverdue)
export class FundedOverdueResolver {
  @ForAll()
  @Directive("@inaccessible")
  @Directive('@requires(fields: "schoolIds lateSchoolIds")')
  @FieldResolver(() => PaymentTableScalar, {
    nullable: true,
    description: "Payments to the area's schools, for indicators.",
  })
  payments(
    @Root() asked: readonly FundedOverdue[],
    @Ctx() { loaders }: FundingContext,
  ): Promise<Loaded<PaymentTable | null>> {
    return loaders.schoolPayments.forAll(asked, ({ id, schoolIds, lateSchoolIds }) => ({
      id,
      schoolIds,
      lateSchoolIds: lateSchoolIds ?? [],
    }));
  }
}

/** Every id is a valid question; the schools come with it. Late ones are null when inspection does not answer. */
export function fundedOverdueReference({ id, schoolIds, lateSchoolIds }: FundedOverdue): FundedOverdue {
  return Object.assign(new FundedOverdue(), { id, schoolIds, lateSchoolIds });
}
