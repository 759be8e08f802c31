import type { MeasureSet } from "@hub/kit";
import { MeasureSetScalar } from "@hub/schema";
import { Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { FundingContext } from "../context.js";

/** A figure of the county documents, as far as measures depend on it; the schools subgraph owns it. */
@ObjectType()
@Directive('@key(fields: "id")')
export class PublishedFigure {
  @Field(() => ID)
  id!: string;

  @Directive("@external")
  @Field(() => ID)
  countyCode!: string;

  @Directive("@external")
  @Field(() => String)
  indicator!: string;

  @Directive("@external")
  @Field(() => String)
  statedStage!: string;

  @Directive("@external")
  @Field(() => String)
  statedOwnership!: string;

  @Directive("@external")
  @Field(() => Int)
  yearFrom!: number;

  @Directive("@external")
  @Field(() => Int)
  yearTo!: number;
}

@Resolver(() => PublishedFigure)
export class PublishedFigureResolver {
  @Directive("@inaccessible")
  @Directive('@requires(fields: "countyCode indicator yearFrom yearTo statedStage statedOwnership")')
  @FieldResolver(() => MeasureSetScalar, {
    nullable: true,
    description: "What the funding records measure for it, for the verdict.",
  })
  fundingMeasures(@Root() figure: PublishedFigure, @Ctx() { loaders }: FundingContext): Promise<MeasureSet> {
    const { countyCode, indicator, yearFrom, yearTo, statedStage, statedOwnership } = figure;
    return loaders.measures.load({ countyCode, indicator, yearFrom, yearTo, statedStage, statedOwnership });
  }
}

/** Reads nothing: the required fields come with the reference. */
export function publishedFigureReference(figure: PublishedFigure): PublishedFigure {
  return Object.assign(new PublishedFigure(), figure);
}
