-- What an area's schools are listed with is read with them, not school by school.

-- Changes under way are waited for: what is written below holds all of them.
UPDATE hub_summary.turn SET taken = taken + 1;

-- The school's id, name and closing day (null: open) as JSON. In no index: a name may be longer than an index takes.
ALTER TABLE hub_summary.area_school ADD COLUMN listing text NOT NULL DEFAULT '';
ALTER TABLE hub_summary.area_school ALTER COLUMN listing DROP DEFAULT;

CREATE OR REPLACE FUNCTION hub_summary.write_areas(schools text[]) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  news text[];
  areas text[];
BEGIN
  WITH told AS (DELETE FROM hub_summary.division_news RETURNING code) SELECT array_agg(code) INTO news FROM told;
  IF array_position(news, NULL) IS NOT NULL THEN
    schools := hub_summary.all_schools();
  ELSIF news IS NOT NULL THEN
    schools := schools || array(SELECT school_id FROM school_division WHERE division_code = ANY (news));
  END IF;
  WITH gone AS (DELETE FROM hub_summary.area_school WHERE school_id = ANY (schools) RETURNING area)
  SELECT array_agg(DISTINCT area) INTO areas FROM gone;
  INSERT INTO hub_summary.area_school
  SELECT link.area, school.id, link.tie, greatest(link.valid_from, school.opened_on),
    CASE WHEN link.valid_to < coalesce(school.closed_on, 'infinity') THEN link.valid_to ELSE 'infinity' END,
    coalesce(school.closed_on, 'infinity'),
    array(SELECT DISTINCT stage::text FROM unnest(school.stages) AS stage WHERE stage IS NOT NULL),
    concat_ws(',', to_json(school.id), to_json(school.ownership), to_json(coalesce(school.stages, '{}'))),
    json_build_array(school.id, school.name, school.closed_on)::text
  FROM (
    SELECT school_id, division_code AS area, 'DIVISION' AS tie, valid_from, valid_to
    FROM school_division
    WHERE school_id = ANY (schools)
    UNION ALL
    SELECT own.school_id, division.county_code, 'COUNTY', own.valid_from, own.valid_to
    FROM school_division AS own
    JOIN division ON division.code = own.division_code AND division.county_code <> division.code
    WHERE own.school_id = ANY (schools)
    UNION ALL
    SELECT school_id, authority_id, 'AUTHORITY', valid_from, valid_to
    FROM school_authority
    WHERE school_id = ANY (schools)
  ) AS link
  JOIN school ON school.id = link.school_id
  WHERE link.valid_from < coalesce(school.closed_on, 'infinity')
  ORDER BY link.area, school.id;
  PERFORM hub_summary.write_area_facts(areas || array(
    SELECT DISTINCT area FROM hub_summary.area_school WHERE school_id = ANY (schools)
  ));
END $$;

DROP TRIGGER hub_summary_insert ON school;
DROP TRIGGER hub_summary_update ON school;
DROP TRIGGER hub_summary_delete ON school;
DROP TRIGGER hub_summary_truncate ON school;
SELECT hub_summary.follow_table('school', 'id, name, ownership, stages, opened_on, closed_on',
  'SELECT id AS school_id FROM changed', 'write_areas');

-- Nobody can write from here to the end of the migration, so nothing is missed.
SELECT hub_summary.write_areas(hub_summary.all_schools());
