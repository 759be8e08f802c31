import { factsOfKeys, schoolsAndYears, type Reads, type SchoolYear } from "@hub/kit";

/**
 * What schools were paid in calendar years, by column: one slot a school and year, in the order asked; money in cents (分).
 *
 * Zero where nothing was paid, and where `filed` says that the school closed no accounts.
 */
export interface SpendingColumns {
  readonly filed: readonly boolean[];
  /** Of the accounts; null when none were filed. */
  readonly origin: readonly (string | null)[];
  readonly spending: readonly number[];
  readonly personnelSpending: readonly number[];
  readonly publicUseSpending: readonly number[];
  readonly capitalSpending: readonly number[];
  readonly aidSpending: readonly number[];
  readonly aidPersonTimes: readonly number[];
}

/** What a school that closed its accounts was paid from one source in a calendar year, in cents. */
export interface SourceRow extends SchoolYear {
  readonly sourceLevel: string;
  readonly cents: number;
}

export interface SpendingStore {
  /** Slots of the schools and years, of one stage or, for null, of all and of none. One database query. */
  spending(keys: readonly SchoolYear[], stage: string | null): Promise<SpendingColumns>;
  /** Money by source, all stages together; no row where nothing was paid. One database query. */
  sources(keys: readonly SchoolYear[]): Promise<readonly SourceRow[]>;
}

type StageFacts = readonly [
  stage: string | null,
  spending: number,
  personnel: number,
  publicUse: number,
  capital: number,
  aid: number,
  personTimes: number,
];

type AccountFacts = readonly [schoolId: string, year: number, origin: string, stages: readonly StageFacts[]];

// The summary is kept equal to the records by the database.
const FACTS = /* sql */ `
  select string_agg(facts, ',') as facts from hub_summary.account_facts
  where year = any ($2::int[]) and school_id = any ($1::text[])
`;

const SOURCES = /* sql */ `
  select key.school_id as "schoolId", key.year, payment.source_level::text as "sourceLevel",
    (sum(payment.amount) * 100)::float8 as cents
  from unnest($1::text[], $2::int[]) as key(school_id, year)
  join finance_return filed on filed.school_id = key.school_id and filed.year = key.year
  join payment on payment.school_id = filed.school_id
    and payment.paid_on >= make_date(key.year, 1, 1) and payment.paid_on < make_date(key.year + 1, 1, 1)
  group by 1, 2, 3
`;

/** Money paid to schools. */
export function createSpendingStore(reads: Reads): SpendingStore {
  return {
    async spending(keys, stage) {
      const query = { name: "funding.accountFacts", text: FACTS, values: schoolsAndYears(keys), onlyText: "facts" };
      const { rows } = await reads.query<{ readonly facts: string | null }>(query);
      return columnsOf(factsOfKeys<AccountFacts>(keys, rows[0]?.facts ?? null), stage);
    },
    async sources(keys) {
      const values = [keys.map((key) => key.schoolId), keys.map((key) => key.year)];
      return (await reads.query<SourceRow>({ name: "funding.sources", text: SOURCES, values })).rows;
    },
  };
}

function columnsOf(slots: readonly (AccountFacts | undefined)[], stage: string | null): SpendingColumns {
  const paid = slots.map((facts) => (facts?.[3] ?? []).filter((one) => stage === null || one[0] === stage));
  const sums = (place: 1 | 2 | 3 | 4 | 5 | 6) => paid.map((stages) => stages.reduce((sum, one) => sum + one[place], 0));
  return {
    filed: slots.map((facts) => facts !== undefined),
    origin: slots.map((facts) => facts?.[2] ?? null),
    spending: sums(1),
    personnelSpending: sums(2),
    publicUseSpending: sums(3),
    capitalSpending: sums(4),
    aidSpending: sums(5),
    aidPersonTimes: sums(6),
  };
}
