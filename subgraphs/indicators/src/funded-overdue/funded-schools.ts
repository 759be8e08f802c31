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
  const taskRows = rowsBySchool(tasks.school);
  const tasksOf = new Map(tasks.schoolIds.map((schoolId, place) => [schoolId, taskRows[place] ?? []]));
  const paidRows = rowsBySchool(payments.school);
  const found: FundedSchoolFacts[] = [];
  payments.schoolIds.forEach((schoolId, place) => {
    const paid = (paidRows[place] ?? []).map((row) => paidAt(payments, row));
    const own = (tasksOf.get(schoolId) ?? []).map((row) => taskAt(tasks, row));
    const facts = fundedSchool(question, paid, own);
    if (facts === null) return;
    const { cents, programmes, late, origin } = facts;
    found.push({ schoolId, cents, programmes, accountsFiled: payments.filed[place] as boolean, tasks: late, origin });
  });
  return found.sort((one, other) => other.cents - one.cents || (one.schoolId < other.schoolId ? -1 : 1));
}

/** The rows of each school, by its place. */
function rowsBySchool(places: readonly number[]): readonly (readonly number[] | undefined)[] {
  const rows: (number[] | undefined)[] = [];
  places.forEach((place, row) => {
    const own = rows[place];
    if (own === undefined) rows[place] = [row];
    else own.push(row);
  });
  return rows;
}

interface FundedAndLate {
  readonly cents: number;
  readonly programmes: readonly ProgrammeMoney[];
  readonly late: readonly LateTask[];
  readonly origin: OriginName | null;
}

function fundedSchool(
  { on, when }: FundedOverdueQuestion,
  paid: readonly Paid[],
  tasks: readonly Task[],
): FundedAndLate | null {
  const counted = when === "ON_DATE" ? paid : paid.filter((row) => tasks.some((task) => isLate(task, row.lastPaidOn)));
  const cents = counted.reduce((sum, row) => sum + row.cents, 0);
  if (cents <= 0) return null;
  const origins: OriginName[] = counted.map((row) => row.origin);
  const late: LateTask[] = [];
  for (const task of tasks) {
    const lastLateDay =
      when === "ON_DATE" ? on : latest(counted.map((row) => row.lastPaidOn).filter((day) => isLate(task, day)));
    if (lastLateDay === undefined) continue;
    late.push(lateTask(task, lastLateDay));
    origins.push(task.origin);
  }
  if (late.length === 0) return null;
  return { cents, programmes: byProgramme(counted), late, origin: mixedOrigin(origins) };
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
  const byName = new Map<string, Sum[]>();
  const sums: Sum[] = [];
  for (const row of rows) {
    const alike = byName.get(row.programme);
    const sum = alike?.find(
      ({ purpose, economicClass }) => purpose === row.purpose && economicClass === row.economicClass,
    );
    if (sum === undefined) {
      const { programme, purpose, economicClass, cents, payments, lastPaidOn } = row;
      const own: Sum = { programme, purpose, economicClass, cents, payments, lastPaidOn };
      sums.push(own);
      if (alike === undefined) byName.set(programme, [own]);
      else alike.push(own);
      continue;
    }
    sum.cents += row.cents;
    sum.payments += row.payments;
    if (row.lastPaidOn > sum.lastPaidOn) sum.lastPaidOn = row.lastPaidOn;
  }
  return sums.sort((one, other) => other.cents - one.cents || (nameOf(one) < nameOf(other) ? -1 : 1));
}

type Sum = { -readonly [Part in keyof ProgrammeMoney]: ProgrammeMoney[Part] };

function nameOf({ economicClass, programme, purpose }: ProgrammeMoney): string {
  return `${economicClass}/${programme}/${purpose ?? ""}`;
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
