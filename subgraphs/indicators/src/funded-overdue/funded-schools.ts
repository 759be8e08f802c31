import type { FundedOverdueQuestion, OriginName, PaymentTable, TaskTable } from "@hub/schema";
import { mixedOrigin } from "@hub/schema";

/** Money of one programme, purpose and economic class; in cents (分). */
export interface ProgrammeMoney {
  readonly programme: string;
  readonly purpose: string | null;
  readonly economicClass: string;
  readonly cents: number;
  readonly payments: number;
  readonly lastPaidOn: string;
}

/** A task that is overdue, with the days it is overdue by on the day that counts. */
export interface LateTask {
  readonly id: string;
  readonly item: string;
  readonly severity: string;
  readonly foundOn: string;
  readonly dueOn: string;
  readonly daysOverdue: number;
}

/** A school that received money while rectifications are overdue. */
export interface FundedSchoolFacts {
  readonly schoolId: string;
  readonly cents: number;
  readonly programmes: readonly ProgrammeMoney[];
  readonly accountsFiled: boolean;
  /** By due date and id. */
  readonly tasks: readonly LateTask[];
  readonly origin: OriginName | null;
}

interface Paid extends ProgrammeMoney {
  readonly origin: OriginName;
}

interface Task extends Omit<LateTask, "daysOverdue"> {
  readonly closedOn: string | null;
  readonly origin: OriginName;
}

/** Every school of the area by what it received, most first, then by id: only those whose money and tasks meet. */
export function fundedSchools(
  question: FundedOverdueQuestion,
  payments: PaymentTable,
  tasks: TaskTable,
): readonly FundedSchoolFacts[] {
  const tasksOf = new Map<string, Task[]>();
  for (const [row, school] of tasks.school.entries()) {
    const schoolId = tasks.schoolIds[school] as string;
    const own = tasksOf.get(schoolId);
    if (own === undefined) tasksOf.set(schoolId, [taskAt(tasks, row)]);
    else own.push(taskAt(tasks, row));
  }
  const paidTo = new Map<number, Paid[]>();
  for (const [row, school] of payments.school.entries()) {
    const own = paidTo.get(school);
    if (own === undefined) paidTo.set(school, [paidAt(payments, row)]);
    else own.push(paidAt(payments, row));
  }
  const found: FundedSchoolFacts[] = [];
  for (const [school, paid] of paidTo) {
    const schoolId = payments.schoolIds[school] as string;
    const facts = fundedSchool(question, paid, tasksOf.get(schoolId) ?? []);
    if (facts !== null) found.push({ schoolId, accountsFiled: payments.filed[school] as boolean, ...facts });
  }
  return found.sort((one, other) => other.cents - one.cents || (one.schoolId < other.schoolId ? -1 : 1));
}

function fundedSchool(
  { on, when }: FundedOverdueQuestion,
  paid: readonly Paid[],
  tasks: readonly Task[],
): Omit<FundedSchoolFacts, "schoolId" | "accountsFiled"> | null {
  const counted = when === "ON_DATE" ? paid : paid.filter((row) => tasks.some((task) => isLate(task, row.lastPaidOn)));
  const lastLateDay = (task: Task): string | undefined =>
    when === "ON_DATE" ? on : latest(counted.map((row) => row.lastPaidOn).filter((day) => isLate(task, day)));
  const late = tasks.flatMap((task) => {
    const day = lastLateDay(task);
    return day === undefined ? [] : [{ task, day }];
  });
  const cents = counted.reduce((sum, row) => sum + row.cents, 0);
  if (cents <= 0 || late.length === 0) return null;
  return {
    cents,
    programmes: byProgramme(counted),
    tasks: late.map(({ task, day }) => lateTask(task, day)),
    origin: mixedOrigin([...counted, ...late.map(({ task }) => task)].map((record) => record.origin)),
  };
}

function latest(days: readonly string[]): string | undefined {
  return days.toSorted().at(-1);
}

/** Overdue at the end of a day: found by then, due before it, not closed by then. ISO dates compare as text. */
function isLate({ foundOn, dueOn, closedOn }: Task, day: string): boolean {
  return foundOn <= day && dueOn < day && (closedOn === null || closedOn > day);
}

function lateTask({ id, item, severity, foundOn, dueOn }: Task, day: string): LateTask {
  return { id, item, severity, foundOn, dueOn, daysOverdue: (Date.parse(day) - Date.parse(dueOn)) / 86_400_000 };
}

/** Sums by programme, purpose and class, most money first, then by their names. */
export function byProgramme(rows: readonly ProgrammeMoney[]): readonly ProgrammeMoney[] {
  const nameOf = ({ economicClass, programme, purpose }: ProgrammeMoney) =>
    `${economicClass}/${programme}/${purpose ?? ""}`;
  const sums = new Map<string, { -readonly [Part in keyof ProgrammeMoney]: ProgrammeMoney[Part] }>();
  for (const row of rows) {
    const name = nameOf(row);
    const sum = sums.get(name);
    if (sum === undefined) {
      const { programme, purpose, economicClass, cents, payments, lastPaidOn } = row;
      sums.set(name, { programme, purpose, economicClass, cents, payments, lastPaidOn });
      continue;
    }
    sum.cents += row.cents;
    sum.payments += row.payments;
    if (row.lastPaidOn > sum.lastPaidOn) sum.lastPaidOn = row.lastPaidOn;
  }
  const inOrder = [...sums].sort(
    ([name, one], [otherName, other]) => other.cents - one.cents || (name < otherName ? -1 : 1),
  );
  return inOrder.map(([, sum]) => sum);
}

function paidAt(table: PaymentTable, row: number): Paid {
  return {
    programme: table.programme[row] as string,
    purpose: table.purpose[row] ?? null,
    economicClass: table.economicClass[row] as string,
    cents: table.cents[row] as number,
    payments: table.payments[row] as number,
    lastPaidOn: table.paidOn[row] as string,
    origin: table.origin[row] as OriginName,
  };
}

function taskAt(table: TaskTable, row: number): Task {
  return {
    id: table.id[row] as string,
    item: table.item[row] as string,
    severity: table.severity[row] as string,
    foundOn: table.foundOn[row] as string,
    dueOn: table.dueOn[row] as string,
    closedOn: table.closedOn[row] ?? null,
    origin: table.origin[row] as OriginName,
  };
}
