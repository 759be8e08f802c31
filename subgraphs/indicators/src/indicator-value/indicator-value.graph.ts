import type { AreaOutcome, Indicator, Stage, ThresholdCheck } from "@hub/schema";
import { IndicatorStatus, Origin, checkThresholds } from "@hub/schema";
import { Field, Float, Int, ObjectType } from "type-graphql";
import {
  IndicatorDefinition,
  IndicatorThreshold,
  indicatorDefinition,
} from "../indicator-definition/indicator-definition.graph.js";

@ObjectType({ description: "How many schools a value stands on. 覆盖情况。" })
export class IndicatorCoverage {
  @Field(() => Int, { description: "Schools whose inputs are all known. 计入学校数。" })
  schoolsIn!: number;

  @Field(() => Int, { description: "Schools that should count but lack an input. 缺报学校数。" })
  schoolsMissing!: number;
}

@ObjectType({ description: "An input of a value, with its system and date. 输入数据及来源。" })
export class IndicatorInput {
  @Field(() => String, { description: "Name of the input. 输入名称。" })
  name!: string;

  @Field(() => String, { nullable: true, description: "System it comes from; null when it did not arrive. 来源系统。" })
  source!: string | null;

  @Field(() => String, { nullable: true, description: "Day or calendar year it describes. 数据时点。" })
  asOf!: string | null;

  @Field(() => Origin, {
    nullable: true,
    description: "SYNTHETIC as soon as one record behind it is made up. 只要有一条记录为合成即为合成。",
  })
  origin!: Origin | null;
}

@ObjectType({ description: "A value held against a limit. 达标判断。" })
export class IndicatorThresholdCheck {
  @Field(() => IndicatorThreshold, { description: "The limit. 限值。" })
  threshold!: IndicatorThreshold;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the unrounded value meets it; null without a value. 是否达标。",
  })
  met!: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "How much the numerator lacks, or has too much, to meet it: whole heads, rounded up. 差额（人数，向上取整）。",
  })
  gap!: number | null;
}

/** The year and stage a value is of; a null stage means all. */
interface ValueOf {
  readonly year: number;
  readonly stage: Stage | null;
}

/** An outcome of an indicator as clients see it; what few ask for is made when they do. */
@ObjectType({ description: "A computed number with everything needed to trust it. 指标值及其构成。" })
export class IndicatorValue {
  readonly #indicator: Indicator;
  readonly #of: ValueOf;
  readonly #outcome: AreaOutcome;

  constructor(indicator: Indicator, of: ValueOf, outcome: AreaOutcome) {
    this.#indicator = indicator;
    this.#of = of;
    this.#outcome = outcome;
    this.code = indicator.code;
    this.value = outcome.value;
    this.numerator = outcome.numerator;
    this.denominator = outcome.denominator;
    this.unit = indicator.unit.en;
    this.status = outcome.status as IndicatorStatus;
    this.missing = outcome.missing;
    this.coverage = outcome.coverage;
    this.inputs = outcome.inputs as readonly IndicatorInput[];
  }

  @Field(() => String, { description: "Code of the indicator. 指标代码。" })
  readonly code: string;

  @Field(() => Float, {
    nullable: true,
    description: "The value, unrounded; null unless the status is OK. 指标值（未舍入）。",
  })
  readonly value: number | null;

  @Field(() => Float, { nullable: true, description: "Numerator, over the schools counted in. 分子。" })
  readonly numerator: number | null;

  @Field(() => Float, { nullable: true, description: "Denominator, over the same schools. 分母。" })
  readonly denominator: number | null;

  @Field(() => String, { description: "Unit of the value. 单位。" })
  readonly unit: string;

  @Field(() => IndicatorStatus, { description: "Why there is a value or not. 状态。" })
  readonly status: IndicatorStatus;

  @Field(() => [String], { description: "Inputs that were not reported. 缺少的输入。" })
  readonly missing: readonly string[];

  @Field(() => IndicatorCoverage, { description: "Schools the value stands on. 覆盖情况。" })
  readonly coverage: IndicatorCoverage;

  @Field(() => [IndicatorInput], { description: "Inputs with source and date. 输入来源。" })
  readonly inputs: readonly IndicatorInput[];

  @Field(() => [IndicatorThresholdCheck], {
    description: "Limits in force that year, and whether they are met. 达标情况。",
  })
  get thresholds(): readonly ThresholdCheck[] {
    return checkThresholds(this.#indicator, this.#of.stage, this.#of.year, this.#outcome);
  }

  @Field(() => IndicatorDefinition, { description: "Definition the value follows. 所用定义。" })
  get definition(): IndicatorDefinition {
    return indicatorDefinition(this.#indicator, this.#of.stage);
  }
}
