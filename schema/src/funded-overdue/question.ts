/** When a rectification must be overdue to count: on a given day, or on the day money was paid. */
export type OverdueWhenName = "ON_DATE" | "WHEN_PAID";

/** Which schools, money and rectifications are set against each other; days are ISO dates, a null list means all. */
export interface FundedOverdueQuestion {
  readonly areaCode: string;
  /** A null stage means all. */
  readonly stage: string | null;
  readonly on: string;
  /** First and last day of payment. */
  readonly paidFrom: string;
  readonly paidTo: string;
  readonly when: OverdueWhenName;
  readonly economicClasses: readonly string[];
  readonly programmes: readonly string[] | null;
  readonly severities: readonly string[] | null;
}

/** The question as the id of its entity: what every owner needs to know travels in its key. */
export function fundedOverdueId(question: FundedOverdueQuestion): string {
  const { areaCode, stage, on, paidFrom, paidTo, when, economicClasses, programmes, severities } = question;
  return JSON.stringify([areaCode, stage, on, paidFrom, paidTo, when, economicClasses, programmes, severities]);
}

/** Reads an id of `fundedOverdueId` back. */
export function fundedOverdueQuestion(id: string): FundedOverdueQuestion {
  const [areaCode, stage, on, paidFrom, paidTo, when, economicClasses, programmes, severities] = JSON.parse(id);
  return { areaCode, stage, on, paidFrom, paidTo, when, economicClasses, programmes, severities };
}

/** The days on which a task may be overdue to matter for the question, first and last. */
export function overdueDays({ on, paidFrom, paidTo, when }: FundedOverdueQuestion): readonly [string, string] {
  return when === "ON_DATE" ? [on, on] : [paidFrom, paidTo];
}
