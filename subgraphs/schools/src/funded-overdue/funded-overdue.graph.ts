import type { Loaded } from "@hub/kit";
import type { FundedOverdueQuestion, NameTable } from "@hub/schema";
import { ForAll, fundedOverdueId, fundedOverdueQuestion, NameTableScalar } from "@hub/schema";
import { Args, Ctx, Directive, FieldResolver, ID, Resolver, Root } from "type-graphql";
import { Authority } from "../authority/authority.graph.js";
import type { SchoolsContext } from "../context.js";
import { County, Township } from "../division/division.graph.js";
import { FundedOverdueArguments, askedQuestion } from "./funded-overdue.arguments.js";
import { FundedOverdue } from "./funded-overdue.types.js";

const ENTRY = (of: string) => ({
  description:
    `Schools ${of} that received money while rectifications are overdue: subsidies and project money of a period, ` +
    "beside the rectifications not done in time. 获得补助或项目资金而督导整改逾期的学校。",
});

@Resolver(() => County)
export class CountyFundedOverdueResolver {
  @FieldResolver(() => FundedOverdue, ENTRY("of the county"))
  fundedOverdue(
    @Root() { code }: County,
    @Args(() => FundedOverdueArguments) asked: FundedOverdueArguments,
  ): FundedOverdue {
    return fundedOverdue(askedQuestion(code, asked));
  }
}

@Resolver(() => Township)
export class TownshipFundedOverdueResolver {
  @FieldResolver(() => FundedOverdue, ENTRY("of the township"))
  fundedOverdue(
    @Root() { code }: Township,
    @Args(() => FundedOverdueArguments) asked: FundedOverdueArguments,
  ): FundedOverdue {
    return fundedOverdue(askedQuestion(code, asked));
  }
}

@Resolver(() => Authority)
export class AuthorityFundedOverdueResolver {
  @FieldResolver(() => FundedOverdue, ENTRY("the authority manages"))
  fundedOverdue(
    @Root() { id }: Authority,
    @Args(() => FundedOverdueArguments) asked: FundedOverdueArguments,
  ): FundedOverdue {
    return fundedOverdue(askedQuestion(id, asked));
  }
}

@Resolver(() => FundedOverdue)
export class FundedOverdueResolver {
  @ForAll()
  @Directive("@inaccessible")
  @FieldResolver(() => [ID], { description: "The area's schools, for the other subgraphs." })
  schoolIds(
    @Root() asked: readonly FundedOverdue[],
    @Ctx() { loaders }: SchoolsContext,
  ): Promise<Loaded<readonly string[] | null>> {
    return loaders.fundedOverdueSchools.forAll(
      asked,
      ({ id }) => fundedOverdueQuestion(id),
      ({ schoolIds }) => schoolIds,
    );
  }

  @ForAll()
  @Directive("@inaccessible")
  @FieldResolver(() => NameTableScalar, { description: "What these schools are listed with, for indicators." })
  schoolNames(
    @Root() asked: readonly FundedOverdue[],
    @Ctx() { loaders }: SchoolsContext,
  ): Promise<Loaded<NameTable | null>> {
    return loaders.fundedOverdueSchools.forAll(
      asked,
      ({ id }) => fundedOverdueQuestion(id),
      ({ name, closedOn }) => ({ name, closedOn }),
    );
  }
}

function fundedOverdue(question: FundedOverdueQuestion): FundedOverdue {
  const { areaCode, on, paidFrom, paidTo } = question;
  return Object.assign(new FundedOverdue(), { id: fundedOverdueId(question), areaCode, on, paidFrom, paidTo });
}

/** The id says everything. */
export function fundedOverdueReference({ id }: FundedOverdue): FundedOverdue {
  return fundedOverdue(fundedOverdueQuestion(id));
}
