import type { MeasureSet } from "@hub/kit";
import { FIGURE_DIMENSIONS, MeasuredFigure, figureDimensions } from "@hub/kit";
import { MeasureSetScalar } from "@hub/schema";
import { Ctx, Directive, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import type { PersonnelContext } from "../context.js";

/** A figure of the county documents with what personnel measures for it. */
@ObjectType()
@Directive('@key(fields: "id")')
export class PublishedFigure extends MeasuredFigure {}

@Resolver(() => PublishedFigure)
export class PublishedFigureResolver {
  @Directive("@inaccessible")
  @Directive(FIGURE_DIMENSIONS)
  @FieldResolver(() => MeasureSetScalar, {
    nullable: true,
    description: "What the personnel records measure for it, for the verdict.",
  })
  personnelMeasures(@Root() figure: PublishedFigure, @Ctx() { loaders }: PersonnelContext): Promise<MeasureSet> {
    return loaders.measures.load(figureDimensions(figure));
  }
}

/** Reads nothing: the required fields come with the reference. */
export function publishedFigureReference(figure: PublishedFigure): PublishedFigure {
  return Object.assign(new PublishedFigure(), figure);
}
