import type { FigureDimensions } from "@hub/schema";
import { DateScalar, DecimalScalar, MeasureSetScalar } from "@hub/schema";
import type { MeasureSet } from "@hub/kit";
import { figureDimensions } from "@hub/kit";
import { Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { SchoolsContext } from "../context.js";
import type { PublishedFigureRow } from "./published-figure.store.js";

/** A county document the figures stand in. */
@ObjectType({ description: "A published county document. 公开文件。" })
export class SourceDocument {
  @Field(() => String, { description: "File name. 文件名。" })
  file!: string;

  @Field(() => String, { description: "Title. 标题。" })
  title!: string;

  @Field(() => String, { description: "Kind: summary, plan. 文件类型。" })
  kind!: string;

  @Field(() => DateScalar, { nullable: true, description: "Date of the page or document. 日期。" })
  date!: string | null;
}

@ObjectType({ description: "A figure as a county document publishes it. 公开文件中的一个数字。" })
@Directive('@key(fields: "id")')
export class PublishedFigure {
  @Field(() => ID, { description: "Stable id of the statement. 编号。" })
  id!: string;

  @Field(() => ID, { description: "County the document speaks of. 县区代码。" })
  countyCode!: string;

  @Field(() => String, { description: "Name of the indicator. 指标。" })
  indicator!: string;

  @Field(() => String, { description: "Name of the indicator in the document's language. 指标中文名。" })
  indicatorZh!: string;

  @Field(() => DecimalScalar, { description: "The published number. 公布值。" })
  value!: string;

  @Field(() => String, { description: "exact, more_than, nearly, at_least or approx. 限定词。" })
  qualifier!: string;

  @Field(() => String, { description: "Unit, for example percent, persons, CNY_10k (10,000 yuan). 单位。" })
  unit!: string;

  @Field(() => String, { description: "measured, target, planned or norm. 性质。" })
  kind!: string;

  @Field(() => String, { description: "The document's own word for the stage. 文件所述学段。" })
  statedStage!: string;

  @Field(() => String, { description: "The document's own word for the ownership. 文件所述举办性质。" })
  statedOwnership!: string;

  @Field(() => Int, { description: "First calendar year the figure speaks of. 起始年。" })
  yearFrom!: number;

  @Field(() => Int, { description: "Last calendar year the figure speaks of. 截止年。" })
  yearTo!: number;

  @Field(() => Boolean, { description: "Whether the document states the same figure a second time. 是否重复表述。" })
  restated!: boolean;

  @Field(() => String, { nullable: true, description: "What to know when reading it. 备注。" })
  note!: string | null;

  @Field(() => Int, { description: "Line of the document. 行号。" })
  line!: number;
}

@Resolver(() => PublishedFigure)
export class PublishedFigureResolver {
  @FieldResolver(() => SourceDocument, { description: "The document it stands in. 所在文件。" })
  document(@Root() row: PublishedFigureRow): SourceDocument {
    const { file, title, documentKind: kind, documentDate: date } = row;
    return Object.assign(new SourceDocument(), { file, title, kind, date });
  }

  @Directive("@inaccessible")
  @FieldResolver(() => MeasureSetScalar, { description: "What the school register measures for it, for the verdict." })
  schoolsMeasures(@Root() figure: FigureDimensions, @Ctx() { loaders }: SchoolsContext): Promise<MeasureSet> {
    return loaders.measures.load(figureDimensions(figure));
  }
}

export function publishedFigureReference({ id }: PublishedFigure, { loaders }: SchoolsContext) {
  return loaders.publishedFigure.load(id);
}
