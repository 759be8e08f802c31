import type { Pool } from "pg";

export interface FiguresKey {
  readonly countyCode: string;
  readonly year: number | null;
  readonly indicators: readonly string[] | null;
}

/** A figure with the document it stands in. */
export interface PublishedFigureRow {
  readonly id: string;
  readonly countyCode: string;
  readonly indicator: string;
  readonly indicatorZh: string;
  readonly value: string;
  readonly qualifier: string;
  readonly unit: string;
  readonly kind: string;
  readonly statedStage: string;
  readonly statedOwnership: string;
  readonly yearFrom: number;
  readonly yearTo: number;
  readonly restated: boolean;
  readonly note: string | null;
  readonly line: number;
  readonly file: string;
  readonly title: string;
  readonly documentKind: string;
  readonly documentDate: string | null;
}

export interface PublishedFigureStore {
  byIds(ids: readonly string[]): Promise<readonly PublishedFigureRow[]>;
  ofCounties(codes: readonly string[]): Promise<readonly PublishedFigureRow[]>;
}

// A period may lack its first year ("to 2017-12"); it then begins where it ends.
const FIGURES = /* sql */ `
  select figure.id, figure.county_code as "countyCode", figure.indicator, figure.indicator_zh as "indicatorZh",
    trim_scale(figure.value)::text as value, figure.qualifier, figure.unit, figure.kind,
    figure.stated_stage as "statedStage", figure.stated_owner as "statedOwnership",
    coalesce(figure.year, left(figure.period_start, 4)::int, left(figure.period_end, 4)::int) as "yearFrom",
    coalesce(figure.year, left(figure.period_end, 4)::int, left(figure.period_start, 4)::int) as "yearTo",
    figure.restated, figure.note, figure.document_line as line, document.file, document.title,
    document.kind as "documentKind", document.date as "documentDate"
  from published_figure figure
  join source_document document on document.file = figure.document
`;

const BY_IDS = /* sql */ `${FIGURES} where figure.id = any ($1)`;

const OF_COUNTIES = /* sql */ `
  ${FIGURES} where figure.county_code = any ($1) order by figure.county_code, figure.document, figure.document_line, figure.id
`;

/** Published figures of the county documents. */
export function createPublishedFigureStore(pool: Pool): PublishedFigureStore {
  return {
    async byIds(ids) {
      return (await pool.query<PublishedFigureRow>({ name: "schools.figures", text: BY_IDS, values: [ids] })).rows;
    },
    async ofCounties(codes) {
      const query = { name: "schools.figuresOfCounties", text: OF_COUNTIES, values: [codes] };
      return (await pool.query<PublishedFigureRow>(query)).rows;
    },
  };
}
