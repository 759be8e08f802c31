import type { FactTable, Indicator } from "@hub/schema";
import { DecimalScalar, evaluateArea, spendingPerStudent, studentsPerClass, studentsPerTeacher } from "@hub/schema";
import { Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import { IndicatorValue } from "../indicator-value/indicator-value.graph.js";

/** A school's facts, each from its owner; null when not reported. */
@ObjectType()
@Directive('@key(fields: "schoolId year")')
export class SchoolProfile {
  @Field(() => ID)
  schoolId!: string;

  @Field(() => Int)
  year!: number;

  @Directive("@external")
  @Field(() => Int, { nullable: true })
  students?: number | null;

  @Directive("@external")
  @Field(() => Int, { nullable: true })
  classes?: number | null;

  @Directive("@external")
  @Field(() => Int, { nullable: true })
  teachers?: number | null;

  @Directive("@external")
  @Field(() => DecimalScalar, { nullable: true })
  spending?: string | null;
}

@Resolver(() => SchoolProfile)
export class SchoolProfileResolver {
  @Directive('@requires(fields: "students teachers")')
  @FieldResolver(() => IndicatorValue, { nullable: true, description: "Students per teacher teaching there. 生师比。" })
  studentsPerTeacher(@Root() profile: SchoolProfile): IndicatorValue {
    return schoolValue(studentsPerTeacher, profile);
  }

  @Directive('@requires(fields: "students classes")')
  @FieldResolver(() => IndicatorValue, { nullable: true, description: "Students per class. 平均班额。" })
  studentsPerClass(@Root() profile: SchoolProfile): IndicatorValue {
    return schoolValue(studentsPerClass, profile);
  }

  @Directive('@requires(fields: "students spending")')
  @FieldResolver(() => IndicatorValue, {
    nullable: true,
    description: "Yuan paid to the school in the calendar year per student. 生均支出（自然年）。",
  })
  spendingPerStudent(@Root() profile: SchoolProfile): IndicatorValue {
    return schoolValue(spendingPerStudent, profile);
  }
}

/** A school is an area of one school. */
function schoolValue(indicator: Indicator, profile: SchoolProfile): IndicatorValue {
  const { year, students = null, classes = null, teachers = null, spending = null } = profile;
  const schoolIds = [profile.schoolId];
  const asOf = `${year}-09-01`;
  const yuan = spending === null ? null : Number(spending);
  const tables: FactTable[] = [
    { schoolIds, columns: { students: [students], classes: [classes] }, source: "schools", asOf },
    { schoolIds, columns: { teachers: [teachers] }, source: "personnel", asOf },
    { schoolIds, columns: { spending: [yuan] }, source: "funding", asOf: String(year) },
  ];
  const formula = indicator.formula(null);
  if (formula === null)
    throw new TypeError(`Indicator ${indicator.code}: found no formula for all stages; expected one`);
  return new IndicatorValue(indicator, { year, stage: null }, evaluateArea(formula, tables));
}

/** Nothing is read here: the gateway brings the facts with the reference. */
export function schoolProfileReference(reference: SchoolProfile): SchoolProfile {
  return Object.assign(new SchoolProfile(), reference);
}
