import type { MeasureSet } from "@hub/kit";
import { DecimalScalar, MeasureSetScalar } from "@hub/schema";
import {
  Directive,
  Field,
  FieldResolver,
  Float,
  ID,
  Int,
  ObjectType,
  Resolver,
  Root,
  registerEnumType,
} from "type-graphql";
import { BilingualText } from "../indicator-definition/indicator-definition.graph.js";
import type { FigureCheckResult } from "./figure-check.js";
import { checkFigure } from "./figure-check.js";

export enum Verdict {
  EQUAL = "EQUAL",
  ROUNDED = "ROUNDED",
  CONSISTENT = "CONSISTENT",
  DIFFERS = "DIFFERS",
  NOT_COMPUTABLE = "NOT_COMPUTABLE",
}

registerEnumType(Verdict, {
  name: "FigureVerdict",
  description: "How a published figure compares with the records. 公布值与数据比对结论。",
  valuesConfig: {
    EQUAL: { description: "The records give exactly it. 一致。" },
    ROUNDED: { description: "The records give it after rounding to its decimals. 四舍五入后一致。" },
    CONSISTENT: {
      description: "An inexact figure (more than, nearly, about) the records agree with. 约数，与数据相符。",
    },
    DIFFERS: { description: "The records give another number. 不一致。" },
    NOT_COMPUTABLE: { description: "It cannot be computed; `reason` says why. 无法计算。" },
  },
});

@ObjectType({ description: "A count or sum taken from an owner's records. 从记录得到的计数或合计。" })
export class FigureMeasure {
  @Field(() => String, { description: "Owner, measure and filters. 系统、度量及条件。" })
  name!: string;

  @Field(() => Float, {
    nullable: true,
    description: "The number, money in yuan; null without records. 数值，金额为元。",
  })
  value!: number | null;
}

@ObjectType({ description: "A published figure held against the records. 公布值核对结果。" })
export class FigureCheck {
  @Field(() => Verdict, { description: "The verdict. 结论。" })
  verdict!: Verdict;

  @Field(() => BilingualText, { nullable: true, description: "Why it cannot be computed. 无法计算的原因。" })
  reason!: BilingualText | null;

  @Field(() => Float, {
    nullable: true,
    description: "The computed value in the published unit, unrounded. 计算值（未舍入）。",
  })
  value!: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "The computed value at the published decimals. 计算值（按公布小数位）。",
  })
  rounded!: string | null;

  @Field(() => Float, { nullable: true, description: "Numerator of a ratio, else the value before its unit. 分子。" })
  numerator!: number | null;

  @Field(() => Float, { nullable: true, description: "Denominator of a ratio. 分母。" })
  denominator!: number | null;

  @Field(() => Float, { nullable: true, description: "Computed less published. 差值。" })
  difference!: number | null;

  @Field(() => String, { nullable: true, description: "How it is computed from measures. 计算式。" })
  formula!: string | null;

  @Field(() => [FigureMeasure], { description: "The measures it was computed from. 所用度量。" })
  measures!: readonly FigureMeasure[];
}

/** A published figure with the measures every owner took for it. */
@ObjectType()
@Directive('@key(fields: "id")')
export class PublishedFigure {
  @Field(() => ID)
  id!: string;

  @Directive("@external")
  @Field(() => ID)
  countyCode?: string;

  @Directive("@external")
  @Field(() => String)
  indicator?: string;

  @Directive("@external")
  @Field(() => DecimalScalar)
  value?: string;

  @Directive("@external")
  @Field(() => String)
  unit?: string;

  @Directive("@external")
  @Field(() => String)
  qualifier?: string;

  @Directive("@external")
  @Field(() => String)
  kind?: string;

  @Directive("@external")
  @Field(() => String)
  statedStage?: string;

  @Directive("@external")
  @Field(() => String)
  statedOwnership?: string;

  @Directive("@external")
  @Field(() => Int)
  yearFrom?: number;

  @Directive("@external")
  @Field(() => Int)
  yearTo?: number;

  @Directive("@external")
  @Field(() => MeasureSetScalar)
  schoolsMeasures?: MeasureSet | null;

  @Directive("@external")
  @Field(() => MeasureSetScalar, { nullable: true })
  personnelMeasures?: MeasureSet | null;

  @Directive("@external")
  @Field(() => MeasureSetScalar, { nullable: true })
  fundingMeasures?: MeasureSet | null;

  @Directive("@external")
  @Field(() => MeasureSetScalar, { nullable: true })
  inspectionMeasures?: MeasureSet | null;
}

const REQUIRED =
  "countyCode indicator value unit qualifier kind statedStage statedOwnership yearFrom yearTo " +
  "schoolsMeasures personnelMeasures fundingMeasures inspectionMeasures";

@Resolver(() => PublishedFigure)
export class PublishedFigureResolver {
  @Directive(`@requires(fields: "${REQUIRED}")`)
  @FieldResolver(() => FigureCheck, {
    nullable: true,
    description: "The figure held against the records of all systems. 与各系统记录核对。",
  })
  check(@Root() figure: Required<PublishedFigure>): FigureCheckResult {
    const { schoolsMeasures, personnelMeasures, fundingMeasures, inspectionMeasures } = figure;
    const sets = [schoolsMeasures, personnelMeasures, fundingMeasures, inspectionMeasures];
    return checkFigure(figure, new Map(sets.flatMap((set) => Object.entries(set ?? {}))));
  }
}

/** Nothing is read here: the gateway brings figure and measures with the reference. */
export function publishedFigureReference(reference: PublishedFigure): PublishedFigure {
  return Object.assign(new PublishedFigure(), reference);
}
