import type { Reads } from "@hub/kit";

/** A dated identifier of a school. */
export interface IdentifierRow {
  readonly schoolId: string;
  readonly scheme: string;
  readonly value: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A ministry code of a school. */
export type CodeRow = Pick<IdentifierRow, "schoolId" | "value" | "validTo">;

/** A name a school bears, bore or is called. */
export interface NameRow {
  readonly schoolId: string;
  readonly name: string;
  readonly kind: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** The division or authority of a school over time. */
export interface MembershipRow {
  readonly schoolId: string;
  readonly areaCode: string;
  readonly level: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A school that follows or precedes another. */
export interface SuccessionRow {
  readonly schoolId: string;
  readonly otherId: string;
  readonly kind: string;
  readonly date: string;
}

/** What a document says of a school. */
export interface StatementRow {
  readonly schoolId: string;
  readonly nameStated: string;
  readonly event: string;
  readonly period: string | null;
  readonly facts: string | null;
  readonly note: string | null;
  readonly document: string;
  readonly documentLine: number;
}

/** Something that happened to a school. */
export interface EventRow {
  readonly schoolId: string;
  readonly kind: string;
  readonly title: string | null;
  readonly level: string | null;
  readonly date: string;
  readonly origin: string;
  readonly document: string | null;
  readonly documentLine: number | null;
}

type Reader<R> = (schoolIds: readonly string[]) => Promise<readonly R[]>;

export interface SchoolHistoryStore {
  readonly identifiers: Reader<IdentifierRow>;
  /** Ministry codes, oldest first. */
  readonly codes: Reader<CodeRow>;
  readonly names: Reader<NameRow>;
  readonly divisions: Reader<MembershipRow>;
  readonly authorities: Reader<MembershipRow>;
  readonly successors: Reader<SuccessionRow>;
  readonly predecessors: Reader<SuccessionRow>;
  readonly statements: Reader<StatementRow>;
  readonly events: Reader<EventRow>;
}

const IDENTIFIERS = /* sql */ `
  select school_id as "schoolId", scheme::text, value, valid_from as "validFrom", valid_to as "validTo"
  from school_identifier where school_id = any ($1) order by scheme, valid_from
`;

const NAMES = /* sql */ `
  select school_id as "schoolId", name, kind::text, valid_from as "validFrom", valid_to as "validTo"
  from school_name where school_id = any ($1) order by kind, valid_from, name
`;

// The summary is kept equal to the records by the database.
const PAST = /* sql */ `
  select school_id as "schoolId", past from hub_summary.school_past where school_id = any ($1::text[])
`;

const LEVELS = /* sql */ `
  select 1 as place, code as area, level::text from division
  where code = any (array(select division_code from school_division where school_id = any ($1::text[])))
  union all
  select 2, id, level::text from authority
  where id = any (array(select authority_id from school_authority where school_id = any ($1::text[])))
`;

type Membership = readonly [areaCode: string, validFrom: string, validTo: string | null];
type Succession = readonly [otherId: string, kind: string, date: string];

/** Five lists, each the oldest first. */
type Past = readonly [
  codes: readonly (readonly [value: string, validTo: string | null])[],
  divisions: readonly Membership[],
  authorities: readonly Membership[],
  successors: readonly Succession[],
  predecessors: readonly Succession[],
];

/** The level of a division (place 1) or authority (place 2) of the schools. */
interface LevelRow {
  readonly place: 1 | 2;
  readonly area: string;
  readonly level: string;
}

interface PastRow {
  readonly schoolId: string;
  readonly past: Past;
}

const STATEMENTS = /* sql */ `
  select school_id as "schoolId", name_stated as "nameStated", event, period, facts, note, document,
    document_line as "documentLine"
  from school_statement where school_id = any ($1) order by document, document_line, id
`;

const EVENTS = /* sql */ `
  select school_id as "schoolId", kind, title, level, date, origin::text, document, document_line as "documentLine"
  from school_event where school_id = any ($1) order by date, id
`;

/** What the register keeps of a school's past: identifiers, names, places, successions, statements, events. */
export function createSchoolHistoryStore(reads: Reads): SchoolHistoryStore {
  const reader =
    <R extends object>(name: string, text: string): Reader<R> =>
    async (schoolIds) =>
      (await reads.query<R>({ name: `schools.${name}`, text, values: [schoolIds] })).rows;
  // Asked for together, the parts are one read.
  const past = reader<PastRow>("past", PAST);
  const levels = reader<LevelRow>("levels", LEVELS);
  const memberships =
    (place: 1 | 2): Reader<MembershipRow> =>
    async (schoolIds) => {
      const [rows, known] = await Promise.all([past(schoolIds), levels(schoolIds)]);
      const levelOf = new Map(known.filter((row) => row.place === place).map(({ area, level }) => [area, level]));
      return rows.flatMap(({ schoolId, past: { [place]: own } }) =>
        own.flatMap(([areaCode, validFrom, validTo]) => {
          const level = levelOf.get(areaCode);
          return level === undefined ? [] : [{ schoolId, areaCode, level, validFrom, validTo }];
        }),
      );
    };
  const successions = (place: 3 | 4) =>
    partOf(past, ({ schoolId, past: { [place]: rows } }) =>
      rows.map(([otherId, kind, date]) => ({ schoolId, otherId, kind, date })),
    );

  return {
    identifiers: reader("identifiers", IDENTIFIERS),
    codes: partOf(past, ({ schoolId, past: [codes] }) =>
      codes.map(([value, validTo]) => ({ schoolId, value, validTo })),
    ),
    names: reader("names", NAMES),
    divisions: memberships(1),
    authorities: memberships(2),
    successors: successions(3),
    predecessors: successions(4),
    statements: reader("statements", STATEMENTS),
    events: reader("events", EVENTS),
  };
}

function partOf<R>(past: Reader<PastRow>, rowsOf: (row: PastRow) => R[]): Reader<R> {
  return async (schoolIds) => (await past(schoolIds)).flatMap(rowsOf);
}
