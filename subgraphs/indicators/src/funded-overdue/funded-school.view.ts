import type { FindingSeverity, Origin } from "@hub/schema";
import type { FundedSchoolFacts, LateTask, ProgrammeMoney } from "./funded-schools.js";
import type { FundedOverdueSchool, FundedProgramme, OverdueTask, School } from "./funded-school.types.js";

/** Cents as yuan with two decimals, exact for any sum of money there is. */
export function yuan(cents: number): string {
  return (cents / 100).toFixed(2);
}

/** Money of a programme as clients see it. */
export function fundedProgramme(money: ProgrammeMoney): FundedProgramme {
  const { programme, purpose, economicClass, cents, payments, lastPaidOn } = money;
  return { programme, purpose, economicClass, amount: yuan(cents), payments, lastPaidOn };
}

/** A school of the list as clients see it. */
export function fundedOverdueSchool(facts: FundedSchoolFacts, school: School): FundedOverdueSchool {
  const { cents, programmes, accountsFiled, tasks, origin } = facts;
  return {
    school,
    amount: yuan(cents),
    programmes: programmes.map(fundedProgramme),
    accountsFiled,
    overdueTasks: tasks.length,
    severeTasks: tasks.filter(({ severity }) => severity === "SEVERE").length,
    earliestDueOn: (tasks[0] as LateTask).dueOn,
    tasks: tasks.map(overdueTask),
    origin: origin as Origin | null,
  };
}

function overdueTask({ id, item, severity, foundOn, dueOn, daysOverdue }: LateTask): OverdueTask {
  return { task: { id }, item, severity: severity as FindingSeverity, foundOn, dueOn, daysOverdue };
}
