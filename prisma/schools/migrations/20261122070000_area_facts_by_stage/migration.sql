-- Townships by stage, column by column: an area is read without taking each school's return apart.

-- Changes under way are waited for: what is written below holds all of them.
UPDATE hub_summary.turn SET taken = taken + 1;

-- Townships and other divisions with schools of their own: those who belong on 1 September and teach the stage (empty: any),
-- as JSON lists of one order: ids, ownerships, students, classes, origins; the last three null without a return. Only for
-- years in which one of the division's schools ever filed: what is missing is read from area_school and return_facts, as
-- counties and authorities are.
DROP TABLE hub_summary.area_facts;
CREATE TABLE hub_summary.area_facts (
  area  text NOT NULL,
  year  int NOT NULL,
  stage text NOT NULL,
  facts text NOT NULL,
  PRIMARY KEY (area, year, stage)
);

CREATE OR REPLACE FUNCTION hub_summary.write_area_facts(areas text[]) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp SET enable_nestloop = off AS $$
  DELETE FROM hub_summary.area_facts WHERE area = ANY (areas);
  INSERT INTO hub_summary.area_facts
  WITH own AS MATERIALIZED (
    SELECT area, school_id, since, until, closed, stages, ('[' || head || ']')::json ->> 1 AS ownership
    FROM hub_summary.area_school
    WHERE area = ANY (array(
      SELECT area FROM unnest(areas) AS area
      WHERE (SELECT true FROM hub_summary.area_school AS own WHERE own.area = area.area AND own.tie = 'DIVISION' LIMIT 1)
    ))
  ), filed AS MATERIALIZED (
    SELECT school_id, year, facts::jsonb AS facts
    FROM hub_summary.return_facts
    WHERE school_id = ANY (array(SELECT school_id FROM own)) AND year BETWEEN 1 AND 9999
  ), known AS MATERIALIZED (
    SELECT DISTINCT own.area, filed.year FROM own JOIN filed USING (school_id)
  ), taught AS MATERIALIZED (
    SELECT school_id, year, coalesce(stage, '') AS stage, sum(students) AS students, sum(classes) AS classes
    FROM (
      SELECT school_id, year, one ->> 0 AS stage, (one ->> 1)::int AS students, (one ->> 2)::int AS classes
      FROM (SELECT school_id, year, jsonb_array_elements(facts -> 1) AS one FROM filed) AS listed
    ) AS counted
    GROUP BY GROUPING SETS ((school_id, year, stage), (school_id, year))
  ), member AS MATERIALIZED (
    SELECT known.area, known.year, own.school_id, own.ownership, unnest(array_append(own.stages, '')) AS stage
    FROM known
    JOIN own ON own.area = known.area AND own.since <= make_date(known.year, 9, 1)
      AND own.until > make_date(known.year, 9, 1) AND own.closed > make_date(known.year, 9, 1)
  )
  SELECT area, year, stage, json_build_array(
    json_agg(school_id ORDER BY school_id), json_agg(ownership ORDER BY school_id),
    json_agg(CASE WHEN filed.facts IS NOT NULL THEN coalesce(taught.students, 0) END ORDER BY school_id),
    json_agg(CASE WHEN filed.facts IS NOT NULL THEN coalesce(taught.classes, 0) END ORDER BY school_id),
    json_agg(filed.facts ->> 0 ORDER BY school_id)
  )::text
  FROM member
  LEFT JOIN filed USING (school_id, year)
  LEFT JOIN taught USING (school_id, year, stage)
  GROUP BY area, year, stage
  ORDER BY area, year, stage;
$$;

-- Nobody can write from here to the end of the migration, so nothing is missed.
SELECT hub_summary.write_area_facts(array(SELECT DISTINCT area FROM hub_summary.area_school));
