import type { MeasureSet } from "@hub/kit";
import { FIGURE_DIMENSIONS, MeasuredFigure, figureDimensions } from "@hub/kit";
import { MeasureSetScalar } from "@hub/schema";
import { Ctx, Directive, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import type { InspectionContext } from "../context.js";

/** A figure of the county documents with what inspection measures for it. */
@ObjectType()
@Directive('@key(fields: "id")')
export class PublishedFigure extends MeasuredFigure {}

@Resolver(() => PublishedFigure)
export class PublishedFigureResolver {
  @Directive("@inaccessible")
  @Directive(FIGURE_DIMENSIONS)
  @FieldResolver(() => MeasureSetScalar, {
    nullable: true,
    description: "What the inspection records measure for it, for the verdict.",
  })
  inspectionMeasures(@Root() figure: PublishedFigure, @Ctx() { loaders }: InspectionContext): Promise<MeasureSet> {
    return loaders.measures.load(figureDimensions(figure));
  }
}

/** Reads nothing: the required fields come with the reference. */
export function publishedFigureReference(figure: PublishedFigure): PublishedFigure {
  return Object.assign(new PublishedFigure(), figure);
}
