import type { MeasureDefinition } from "@hub/kit";

/**
 * Projects without parts, with the years of their period. A project with parts is left out: its parts carry its money,
 * areas and count, so nothing is summed twice.
 */
const LEAVES = /* sql */ `
  select project.*, project.stage::text as stage_text,
    extract(year from coalesce(project.period_start, project.period_end))::int as first_year,
    extract(year from project.period_end)::int as last_year
  from project
  where project.period_end is not null
    and not exists (select 1 from project part where part.parent_id = project.id)
`;

const DIMENSIONS = ["programme", "category", "stage", "status"] as const;

const SELECTED = /* sql */ `
  county_code, first_year as year_from, last_year as year_to, programme, category, stage_text as stage, status
`;

/** Sums over projects by programme and period. */
export const projectMeasures: readonly MeasureDefinition[] = [
  {
    name: "project_amount",
    unit: "yuan",
    dimensions: [...DIMENSIONS, "amount_kind"],
    sql: /* sql */ `
      select ${SELECTED}, amount_kind, sum(amount) as value
      from (${LEAVES}) as leaf
      where amount is not null
      group by county_code, first_year, last_year, programme, category, stage_text, status, amount_kind
    `,
  },
  {
    name: "project_area",
    unit: "m2",
    dimensions: [...DIMENSIONS, "area"],
    sql: /* sql */ `
      select ${SELECTED}, area, sum(m2) as value
      from (${LEAVES}) as leaf
      cross join lateral (
        values ('SITE', site_area_m2), ('FLOOR', floor_area_m2), ('PLAYGROUND', playground_area_m2)
      ) as measured(area, m2)
      where m2 is not null
      group by county_code, first_year, last_year, programme, category, stage_text, status, area
    `,
  },
  {
    // A project that counts nothing else is one project.
    name: "project_units",
    unit: "items",
    dimensions: [...DIMENSIONS, "unit"],
    sql: /* sql */ `
      select ${SELECTED}, coalesce(count_unit, 'project') as unit, sum(coalesce(count, 1)) as value
      from (${LEAVES}) as leaf
      group by county_code, first_year, last_year, programme, category, stage_text, status, coalesce(count_unit, 'project')
    `,
  },
  {
    // A school counts once a programme and kind of works, in the period of its first project, however many follow.
    name: "project_schools",
    unit: "schools",
    dimensions: ["programme", "works"],
    sql: /* sql */ `
      select county_code, year_from, year_to, programme, works, count(*) as value
      from (
        select distinct on (leaf.county_code, leaf.programme, link.works, link.school_id)
          leaf.county_code, leaf.programme, link.works, leaf.first_year as year_from, leaf.last_year as year_to
        from (${LEAVES}) as leaf
        join project_school link on link.project_id = leaf.id
        order by leaf.county_code, leaf.programme, link.works, link.school_id, leaf.first_year, leaf.last_year
      ) as first_project
      group by county_code, year_from, year_to, programme, works
    `,
  },
  {
    name: "procured",
    unit: "pieces",
    dimensions: ["programme", "asset_class"],
    sql: /* sql */ `
      select line.county_code, line.year as year_from, line.year as year_to, project.programme, line.asset_class,
        sum(line.quantity) as value
      from procurement_line line
      join project on project.id = line.project_id
      group by line.county_code, line.year, project.programme, line.asset_class
    `,
  },
];
