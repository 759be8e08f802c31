import type { FundedOverdueQuestion, NameTable } from "@hub/schema";

/** A payment between the stock subgraphs; one row a payment. */
export interface StockPayment {
  readonly schoolId: string;
  readonly programme: string;
  readonly purpose: string | null;
  readonly economicClass: string;
  readonly paidOn: string;
  readonly cents: number;
  readonly origin: string;
}

/** A task between the stock subgraphs, with its finding. */
export interface StockTask {
  readonly schoolId: string;
  readonly id: string;
  readonly item: string;
  readonly severity: string;
  readonly foundOn: string;
  readonly dueOn: string;
  readonly origin: string;
}

/** Money of an area's schools: counted for all, row by row for those with an overdue task. */
export interface StockPayments {
  readonly schools: number;
  readonly funded: number;
  readonly missing: number;
  readonly filed: readonly string[];
  readonly rows: readonly StockPayment[];
}

/** What the stock indicators are handed. */
export interface StockFunded {
  readonly id: string;
  readonly schoolIds: readonly string[];
  readonly schoolNames: NameTable;
  readonly payments: StockPayments;
  readonly tasks: readonly StockTask[];
}

const yuan = (cents: number): string => (cents / 100).toFixed(2);
export const sum = (rows: readonly { cents: number }[]): number => rows.reduce((cents, row) => cents + row.cents, 0);
const nameOf = (row: StockPayment): string => `${row.economicClass}/${row.programme}/${row.purpose ?? ""}`;
const originOf = (rows: readonly { origin: string }[]): string | null =>
  rows.length === 0 ? null : rows.some(({ origin }) => origin === "SYNTHETIC") ? "SYNTHETIC" : "DOCUMENT";

function programmes(rows: readonly StockPayment[]): object[] {
  const kinds = [...Map.groupBy(rows, nameOf)].map(([name, own]) => ({ name, own, cents: sum(own) }));
  kinds.sort((one, other) => other.cents - one.cents || (one.name < other.name ? -1 : 1));
  return kinds.map(({ own, cents }) => {
    const { programme, purpose, economicClass } = own[0] as StockPayment;
    const lastPaidOn = own
      .map(({ paidOn }) => paidOn)
      .sort()
      .at(-1);
    return { programme, purpose, economicClass, amount: yuan(cents), payments: own.length, lastPaidOn };
  });
}

/** The answer to question 5 from rows, as one writes it who has them at hand. */
export function stockFunded(
  { schoolIds, schoolNames, payments, tasks }: StockFunded,
  { on }: Pick<FundedOverdueQuestion, "on">,
) {
  const paid = Map.groupBy(payments.rows, (row) => row.schoolId);
  const late = Map.groupBy(tasks, (row) => row.schoolId);
  const filed = new Set(payments.filed);
  const places = new Map(schoolIds.map((id, place) => [id, place]));
  const school = (id: string) => {
    const place = places.get(id) as number;
    return { id, name: schoolNames.name[place], closedOn: schoolNames.closedOn[place] };
  };
  const listed = [...paid]
    .map(([schoolId, rows]) => ({ schoolId, rows, cents: sum(rows), own: late.get(schoolId) ?? [] }))
    .filter(({ cents, own }) => cents > 0 && own.length > 0)
    .sort((one, other) => other.cents - one.cents || (one.schoolId < other.schoolId ? -1 : 1));
  const severe = (rows: readonly StockTask[]): number => rows.filter(({ severity }) => severity === "SEVERE").length;
  const { schools, funded, missing } = payments;
  const known = schools - missing;
  const status =
    schools === 0 ? "NOT_APPLICABLE" : known === 0 ? "MISSING_INPUT" : funded === 0 ? "ZERO_DENOMINATOR" : "OK";
  return {
    amount: yuan(sum(listed)),
    programmes: programmes(listed.flatMap(({ rows }) => rows)),
    overdueTasks: listed.flatMap(({ own }) => own).length,
    severeTasks: severe(listed.flatMap(({ own }) => own)),
    origin: originOf(listed.flatMap(({ rows, own }) => [...rows, ...own])),
    share: {
      value: status === "OK" ? listed.length / funded : null,
      numerator: known === 0 ? null : listed.length,
      denominator: known === 0 ? null : funded,
      unit: "schools per funded school",
      status,
      missing: status === "MISSING_INPUT" ? ["payments"] : [],
      coverage: { schoolsIn: known, schoolsMissing: missing },
    },
    schools: ({ first }: { first: number }) => {
      const nodes = listed.slice(0, first);
      const last = nodes.at(-1);
      const position = last && JSON.stringify(["indicators.fundedOverdue", last.cents, last.schoolId]);
      return {
        totalCount: listed.length,
        nodes: nodes.map(({ schoolId, rows, cents, own }) => ({
          school: school(schoolId),
          amount: yuan(cents),
          programmes: programmes(rows),
          accountsFiled: filed.has(schoolId),
          overdueTasks: own.length,
          severeTasks: severe(own),
          tasks: own.map(({ id, dueOn, ...task }) => ({
            ...task,
            task: { id },
            dueOn,
            daysOverdue: (Date.parse(on) - Date.parse(dueOn)) / 86_400_000,
          })),
          origin: originOf([...rows, ...own]),
        })),
        pageInfo: {
          hasNextPage: listed.length > first,
          endCursor: position === undefined ? null : Buffer.from(position).toString("base64url"),
        },
      };
    },
  };
}
