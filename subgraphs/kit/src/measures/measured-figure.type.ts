import type { FigureDimensions } from "@hub/schema";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";

/** The part of a published figure its measures depend on; the schools subgraph owns the figure itself. */
@ObjectType()
export abstract class MeasuredFigure implements FigureDimensions {
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

/** What a measure field of a figure requires from its owner. */
export const FIGURE_DIMENSIONS =
  '@requires(fields: "countyCode indicator yearFrom yearTo statedStage statedOwnership")';

/** The dimensions alone, as measure loaders take them. */
export function figureDimensions(figure: FigureDimensions): FigureDimensions {
  const { countyCode, indicator, yearFrom, yearTo, statedStage, statedOwnership } = figure;
  return { countyCode, indicator, yearFrom, yearTo, statedStage, statedOwnership };
}
