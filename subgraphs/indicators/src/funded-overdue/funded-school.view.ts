import type { FundedSchoolFacts, ProgrammeMoney } from "./funded-schools.js";
import { FundedOverdueSchool, FundedProgramme, OverdueTask, type School } from "./funded-school.types.js";

/** Cents as yuan with two decimals, exact for any sum of money there is. */
export function yuan(cents: number): string {
  return (cents / 100).toFixed(2);
}

/** Money of a programme as clients see it. */
export function fundedProgramme({ cents, ...money }: ProgrammeMoney): FundedProgramme {
  return Object.assign(new FundedProgramme(), { ...money, amount: yuan(cents) });
}

/** A school of the list as clients see it. */
export function fundedOverdueSchool(facts: FundedSchoolFacts, school: School): FundedOverdueSchool {
  const { cents, programmes, accountsFiled, tasks, origin } = facts;
  return Object.assign(new FundedOverdueSchool(), {
    school,
    amount: yuan(cents),
    programmes: programmes.map(fundedProgramme),
    accountsFiled,
    overdueTasks: tasks.length,
    severeTasks: tasks.filter(({ severity }) => severity === "SEVERE").length,
    earliestDueOn: tasks[0]?.dueOn,
    tasks: tasks.map(({ id, ...task }) => Object.assign(new OverdueTask(), { ...task, task: { id } })),
    origin,
  });
}
