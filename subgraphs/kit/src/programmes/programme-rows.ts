import { Origin, Provenance } from "@hub/schema";

/** A programme as each owner's `programme` table keeps it. */
export interface ProgrammeRow {
  readonly id: string;
  readonly countyCode: string;
  readonly name: string;
  readonly nameEn: string;
  readonly category: string;
  readonly period: string;
  readonly quantity: string | null;
  readonly qualifier: string | null;
  readonly unit: string | null;
  readonly kind: string;
  readonly note: string | null;
  readonly document: string;
  readonly documentLine: number;
}

/** ProgrammeRows of the counties in `$1`, in the documents' order. */
export const PROGRAMMES_OF_COUNTIES = /* sql */ `
  select id, county_code as "countyCode", name, name_en as "nameEn", category, period,
    trim_scale(quantity)::text as quantity, qualifier, unit, kind, note, document, document_line as "documentLine"
  from programme where county_code = any ($1)
  order by county_code, document, document_line, id
`;

/** Programmes are only ever stated: document and line. */
export function programmeProvenance({ document, documentLine: line }: ProgrammeRow): Provenance {
  return Object.assign(new Provenance(), { origin: Origin.DOCUMENT, document, line });
}
