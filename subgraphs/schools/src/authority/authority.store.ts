import type { Reads } from "@hub/kit";

/** An authority as the database keeps it. */
export interface AuthorityRow {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  readonly parentId: string | null;
  readonly origin: string;
  readonly document: string | null;
  readonly documentLine: number | null;
}

export interface AuthorityStore {
  byIds(ids: readonly string[]): Promise<readonly AuthorityRow[]>;
  ofCounties(codes: readonly string[]): Promise<readonly (AuthorityRow & { readonly forCounty: string })[]>;
}

const COLUMNS = /* sql */ `
  authority.id, authority.name, authority.level::text, authority.parent_id as "parentId", authority.origin::text,
  authority.document, authority.document_line as "documentLine"
`;

const BY_IDS = /* sql */ `select ${COLUMNS} from authority where id = any ($1)`;

const OF_COUNTIES = /* sql */ `
  select county.code as "forCounty", ${COLUMNS}
  from unnest($1::text[]) as county(code)
  join authority on authority.division_code = county.code
    or authority.id in (
      select link.authority_id from school_authority link
      join school on school.id = link.school_id
      where school.county_code = county.code
    )
  order by county.code, authority.id
`;

/** Education authorities. */
export function createAuthorityStore(reads: Reads): AuthorityStore {
  return {
    async byIds(ids) {
      return (await reads.query<AuthorityRow>({ name: "schools.authorities", text: BY_IDS, values: [ids] })).rows;
    },
    async ofCounties(codes) {
      const query = { name: "schools.authoritiesOfCounties", text: OF_COUNTIES, values: [codes] };
      return (await reads.query<AuthorityRow & { forCounty: string }>(query)).rows;
    },
  };
}
