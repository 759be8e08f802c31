import type { AreaOutcome, FactTable, Indicator } from "@hub/schema";
import {
  FactTableScalar,
  Stage,
  badArgument,
  evaluateArea,
  indicators,
  receivedFactTable,
  spendingPerStudent,
  staffingGap,
  studentsPerClass,
  studentsPerTeacher,
} from "@hub/schema";
import { Arg, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import { IndicatorValue } from "../indicator-value/indicator-value.graph.js";

/** An area's facts, each table from its owner; null when the owner did not answer. */
@ObjectType()
@Directive('@key(fields: "areaCode year stage")')
export class AreaProfile {
  @Field(() => ID)
  areaCode!: string;

  @Field(() => Int)
  year!: number;

  @Field(() => Stage, { nullable: true })
  stage!: Stage | null;

  @Directive("@external")
  @Field(() => FactTableScalar)
  schoolFacts?: FactTable | null;

  @Directive("@external")
  @Field(() => FactTableScalar, { nullable: true })
  staffFacts?: FactTable | null;

  @Directive("@external")
  @Field(() => FactTableScalar, { nullable: true })
  fundingFacts?: FactTable | null;

  @Directive("@external")
  @Field(() => FactTableScalar, { nullable: true })
  inspectionFacts?: FactTable | null;
}

@Resolver(() => AreaProfile)
export class AreaProfileResolver {
  @Directive('@requires(fields: "schoolFacts staffFacts")')
  @FieldResolver(() => IndicatorValue, {
    nullable: true,
    description: "Students per teacher, teachers counted where they teach. 生师比（教师按任教地统计）。",
  })
  studentsPerTeacher(@Root() profile: AreaProfile): IndicatorValue {
    return areaValue(studentsPerTeacher, profile);
  }

  @Directive('@requires(fields: "schoolFacts")')
  @FieldResolver(() => IndicatorValue, { nullable: true, description: "Students per class. 平均班额。" })
  studentsPerClass(@Root() profile: AreaProfile): IndicatorValue {
    return areaValue(studentsPerClass, profile);
  }

  @Directive('@requires(fields: "schoolFacts fundingFacts")')
  @FieldResolver(() => IndicatorValue, {
    nullable: true,
    description: "Yuan paid to schools in the calendar year per student on 1 September of it. 生均支出（自然年）。",
  })
  spendingPerStudent(@Root() profile: AreaProfile): IndicatorValue {
    return areaValue(spendingPerStudent, profile);
  }

  @Directive('@requires(fields: "schoolFacts staffFacts")')
  @FieldResolver(() => IndicatorValue, {
    nullable: true,
    description:
      "Posts the staffing norm gives for the students, less permanent staff; below zero is surplus. For primary, junior " +
      "and general senior, one stage at a time. 缺编数（负数为超编），按学段。",
  })
  staffingGap(@Root() profile: AreaProfile): IndicatorValue {
    return areaValue(staffingGap, profile);
  }

  @Directive('@requires(fields: "schoolFacts staffFacts fundingFacts inspectionFacts")')
  @FieldResolver(() => [IndicatorValue], {
    nullable: true,
    description: "Indicators by code, in the order asked; all without codes. 按代码取指标，缺省为全部。",
  })
  indicators(
    @Root() profile: AreaProfile,
    @Arg("codes", () => [String], { nullable: true, description: "Codes, for example XQPH-3. 指标代码。" })
    codes: string[] | null,
  ): readonly IndicatorValue[] {
    return (codes ?? [...indicators.keys()]).map((code) => areaValue(indicatorByCode(code), profile));
  }
}

function indicatorByCode(code: string): Indicator {
  const indicator = indicators.get(code);
  if (indicator === undefined) throw badArgument("codes", code, `one of ${[...indicators.keys()].join(", ")}`);
  return indicator;
}

function areaValue(indicator: Indicator, profile: AreaProfile): IndicatorValue {
  const { year, stage, schoolFacts, staffFacts, fundingFacts, inspectionFacts } = profile;
  const formula = indicator.formula(stage);
  const tables = [schoolFacts, staffFacts, fundingFacts, inspectionFacts].map((table) => table ?? null);
  const outcome = formula === null ? NOT_APPLICABLE : evaluateArea(formula, tables);
  return new IndicatorValue(indicator, { year, stage }, outcome);
}

const NOT_APPLICABLE: AreaOutcome = {
  status: "NOT_APPLICABLE",
  value: null,
  numerator: null,
  denominator: null,
  missing: [],
  coverage: { schoolsIn: 0, schoolsMissing: 0 },
  inputs: [],
};

/** Nothing is read here: the gateway brings the facts with the reference. */
export function areaProfileReference(reference: AreaProfile): AreaProfile {
  const { areaCode, year, stage = null, schoolFacts, staffFacts, fundingFacts, inspectionFacts } = reference;
  return Object.assign(new AreaProfile(), {
    areaCode,
    year,
    stage,
    schoolFacts: receivedFactTable(schoolFacts),
    staffFacts: receivedFactTable(staffFacts),
    fundingFacts: receivedFactTable(fundingFacts),
    inspectionFacts: receivedFactTable(inspectionFacts),
  });
}
