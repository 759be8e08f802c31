import type { Indicator, Threshold } from "@hub/schema";
import { Stage, inWords, indicators } from "@hub/schema";
import { Arg, Field, Float, Int, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";

/** A text in both languages of the users. */
@ObjectType({ description: "A text in English and Chinese. 中英文本。" })
export class BilingualText {
  @Field(() => String, { description: "English. 英文。" })
  en!: string;

  @Field(() => String, { description: "Chinese. 中文。" })
  zh!: string;
}

export enum Comparison {
  AT_LEAST = "AT_LEAST",
  AT_MOST = "AT_MOST",
}

registerEnumType(Comparison, {
  name: "Comparison",
  description: "How a value is held against a limit. 比较方式。",
  valuesConfig: {
    AT_LEAST: { description: "The value must reach the limit. 不低于。" },
    AT_MOST: { description: "The value must not pass the limit. 不高于。" },
  },
});

@ObjectType({ description: "A limit of a rule: of the nation, a province or a county's plan. 标准限值。" })
export class IndicatorThreshold {
  @Field(() => Stage, { nullable: true, description: "Stage it is for; null means every stage. 适用学段。" })
  stage!: Stage | null;

  @Field(() => String, { description: "NATIONAL, PROVINCE or COUNTY. 标准层级。" })
  level!: string;

  @Field(() => Comparison, { description: "At least or at most. 比较方式。" })
  comparison!: Comparison;

  @Field(() => Float, { description: "The limit, in the indicator's unit. 限值。" })
  value!: number;

  @Field(() => Int, { description: "First calendar year it is in force. 起始年。" })
  since!: number;

  @Field(() => BilingualText, { description: "The rule it stands in. 依据。" })
  source!: BilingualText;
}

@ObjectType({ description: "What an indicator means and how it is computed. 指标定义。" })
export class IndicatorDefinition {
  @Field(() => String, { description: "Code, for example STAFF-7. 指标代码。" })
  code!: string;

  @Field(() => String, { description: "Version of the definition; a changed rule is a new one. 定义版本。" })
  version!: string;

  @Field(() => BilingualText, { description: "Name. 名称。" })
  title!: BilingualText;

  @Field(() => BilingualText, { description: "Unit of the value. 单位。" })
  unit!: BilingualText;

  @Field(() => String, {
    nullable: true,
    description: "The formula over its inputs; null where it does not apply. 计算公式。",
  })
  formula!: string | null;

  @Field(() => [IndicatorThreshold], { description: "Limits it is held against. 标准限值。" })
  thresholds!: readonly Threshold[];

  @Field(() => BilingualText, { description: "Where the definition comes from. 定义来源。" })
  source!: BilingualText;
}

/** The definition as clients see it, with the formula of one stage in words. */
export function indicatorDefinition(indicator: Indicator, stage: Stage | null): IndicatorDefinition {
  const { code, version, title, unit, thresholds, source } = indicator;
  const formula = indicator.formula(stage);
  const words = formula === null ? null : inWords(formula, (column) => column);
  return Object.assign(new IndicatorDefinition(), { code, version, title, unit, formula: words, thresholds, source });
}

@Resolver(() => IndicatorDefinition)
export class IndicatorDefinitionResolver {
  @Query(() => [IndicatorDefinition], { description: "Every indicator the hub computes, by code. 全部指标定义。" })
  indicatorDefinitions(
    @Arg("stage", () => Stage, { nullable: true, description: "Stage whose formula is shown. 学段。" })
    stage: Stage | null,
  ): readonly IndicatorDefinition[] {
    const inOrder = [...indicators.values()].sort((left, right) => left.code.localeCompare(right.code));
    return inOrder.map((indicator) => indicatorDefinition(indicator, stage ?? null));
  }
}
