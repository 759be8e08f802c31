import type { Reads } from "@hub/kit";

/** A division as the database keeps it; dates are ISO. */
export interface DivisionRow {
  readonly code: string;
  readonly name: string;
  readonly countyCode: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly basis: string | null;
  readonly confidence: string | null;
  readonly note: string | null;
  readonly origin: string;
  readonly document: string | null;
  readonly documentLine: number | null;
}

export interface TownshipsKey {
  readonly countyCode: string;
  readonly on: string;
}

export interface DivisionStore {
  counties(): Promise<readonly DivisionRow[]>;
  byCodes(codes: readonly string[], level: "COUNTY" | "TOWNSHIP"): Promise<readonly DivisionRow[]>;
  townships(keys: readonly TownshipsKey[]): Promise<readonly (DivisionRow & { readonly ordinal: number })[]>;
}

const COLUMNS = /* sql */ `
  division.code, division.name, division.county_code as "countyCode", division.valid_from as "validFrom",
  division.valid_to as "validTo", division.basis, division.confidence, division.note, division.origin::text,
  division.document, division.document_line as "documentLine"
`;

const COUNTIES = /* sql */ `select ${COLUMNS} from division where level = 'COUNTY' order by code`;

const BY_CODES = /* sql */ `select ${COLUMNS} from division where code = any ($1) and level::text = $2`;

const TOWNSHIPS = /* sql */ `
  select key.ordinal::int, ${COLUMNS}
  from unnest($1::text[], $2::date[]) with ordinality as key(county_code, day, ordinal)
  join division on division.parent_code = key.county_code and division.level = 'TOWNSHIP'
    and division.valid_from <= key.day and (division.valid_to is null or division.valid_to > key.day)
  order by key.ordinal, division.code
`;

/** Divisions and their validity. */
export function createDivisionStore(reads: Reads): DivisionStore {
  return {
    async counties() {
      return (await reads.query<DivisionRow>({ name: "schools.counties", text: COUNTIES, values: [] })).rows;
    },
    async byCodes(codes, level) {
      return (await reads.query<DivisionRow>({ name: "schools.divisions", text: BY_CODES, values: [codes, level] }))
        .rows;
    },
    async townships(keys) {
      const values = [keys.map((key) => key.countyCode), keys.map((key) => key.on)];
      const query = { name: "schools.townships", text: TOWNSHIPS, values };
      return (await reads.query<DivisionRow & { ordinal: number }>(query)).rows;
    },
  };
}
