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

const CODES = /* sql */ `
  select school_id as "schoolId", value, valid_to as "validTo"
  from school_identifier where school_id = any ($1) and scheme = 'MOE_SCHOOL_CODE' order by valid_from
`;

const DIVISIONS = /* sql */ `
  select link.school_id as "schoolId", link.division_code as "areaCode", division.level::text,
    link.valid_from as "validFrom", link.valid_to as "validTo"
  from school_division as link
  join division on division.code = link.division_code
  where link.school_id = any ($1)
  order by link.valid_from
`;

const AUTHORITIES = /* sql */ `
  select link.school_id as "schoolId", link.authority_id as "areaCode", authority.level::text,
    link.valid_from as "validFrom", link.valid_to as "validTo"
  from school_authority as link
  join authority on authority.id = link.authority_id
  where link.school_id = any ($1)
  order by link.valid_from
`;

const SUCCESSORS = /* sql */ `
  select predecessor_id as "schoolId", successor_id as "otherId", kind::text, date
  from school_succession where predecessor_id = any ($1) order by date, successor_id
`;

const PREDECESSORS = /* sql */ `
  select successor_id as "schoolId", predecessor_id as "otherId", kind::text, date
  from school_succession where successor_id = any ($1) order by date, predecessor_id
`;

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

  return {
    identifiers: reader("identifiers", IDENTIFIERS),
    codes: reader("codes", CODES),
    names: reader("names", NAMES),
    divisions: reader("schoolDivisions", DIVISIONS),
    authorities: reader("schoolAuthorities", AUTHORITIES),
    successors: reader("successors", SUCCESSORS),
    predecessors: reader("predecessors", PREDECESSORS),
    statements: reader("statements", STATEMENTS),
    events: reader("events", EVENTS),
  };
}
