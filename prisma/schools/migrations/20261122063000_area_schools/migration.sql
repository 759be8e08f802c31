-- Who belongs to an area, from a day to a day: an area is read from one index, its schools side by side in their order.
-- As every summary this stays out of hub_log.

-- Changes under way are waited for: what is written below holds all of them.
UPDATE hub_summary.turn SET taken = taken + 1;

-- A row for each DIVISION and AUTHORITY a school is linked to, and one for the COUNTY above the division. On a day the school
-- belongs when since <= day < until; it counts as long as day < closed. Open ends are infinite; a link that lasts to the
-- closing day or beyond has no end of its own, so a closed school stays where it was last. "head" is the school's id,
-- ownership and stages as JSON; areas are strung together from it as it stands.
CREATE TABLE hub_summary.area_school (
  area      text NOT NULL,
  school_id text NOT NULL,
  tie       text NOT NULL,
  since     date NOT NULL,
  until     date NOT NULL,
  closed    date NOT NULL,
  stages    text[] NOT NULL,
  head      text NOT NULL
);
CREATE INDEX area_school_area ON hub_summary.area_school (area, school_id) INCLUDE (tie, since, until, closed, stages);
CREATE INDEX area_school_school ON hub_summary.area_school (school_id);

-- Divisions that changed since the rows of counties were written (null: all). As long as there are any, readers find a county
-- by its divisions; the next who changes schools or links writes the counties anew. So writers of divisions wait for nobody.
CREATE TABLE hub_summary.division_news (code text);

-- Townships and other divisions with schools of their own: heads of those who belong on 1 September, each followed by its
-- return_facts of the year (null without a return), in the order of ids. Only for years in which one of them ever filed:
-- what is missing is read from area_school and return_facts, as counties and authorities are.
CREATE TABLE hub_summary.area_facts (
  area  text NOT NULL,
  year  int NOT NULL,
  facts text NOT NULL,
  PRIMARY KEY (area, year)
);

CREATE OR REPLACE FUNCTION hub_summary.all_schools() RETURNS text[]
LANGUAGE sql STABLE AS $$
  SELECT array_agg(school_id) FROM (
    SELECT school_id FROM public.school_return
    UNION SELECT school_id FROM public.school_identifier
    UNION SELECT school_id FROM public.school_division
    UNION SELECT school_id FROM public.school_authority
    UNION SELECT predecessor_id FROM public.school_succession
    UNION SELECT successor_id FROM public.school_succession
    UNION SELECT school_id FROM hub_summary.return_facts
    UNION SELECT school_id FROM hub_summary.school_past
    UNION SELECT school_id FROM hub_summary.area_school
  ) AS known
$$;

-- What is read of the areas is joined in memory: a load, which PostgreSQL has no statistics of yet, must not loop over it.
CREATE FUNCTION hub_summary.write_area_facts(areas text[]) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp SET enable_nestloop = off AS $$
  DELETE FROM hub_summary.area_facts WHERE area = ANY (areas);
  INSERT INTO hub_summary.area_facts
  WITH own AS MATERIALIZED (
    SELECT area, school_id, since, until, closed, head
    FROM hub_summary.area_school
    WHERE area = ANY (array(
      SELECT area FROM unnest(areas) AS area
      WHERE (SELECT true FROM hub_summary.area_school AS own WHERE own.area = area.area AND own.tie = 'DIVISION' LIMIT 1)
    ))
  ), filed AS MATERIALIZED (
    SELECT school_id, year, facts
    FROM hub_summary.return_facts
    WHERE school_id = ANY (array(SELECT school_id FROM own)) AND year BETWEEN 1 AND 9999
  ), known AS MATERIALIZED (
    SELECT DISTINCT own.area, filed.year FROM own JOIN filed USING (school_id)
  )
  SELECT known.area, known.year,
    coalesce(string_agg(own.head || ',' || coalesce(filed.facts, 'null'), ',' ORDER BY own.school_id), '')
  FROM known
  LEFT JOIN own ON own.area = known.area AND own.since <= make_date(known.year, 9, 1)
    AND own.until > make_date(known.year, 9, 1) AND own.closed > make_date(known.year, 9, 1)
  LEFT JOIN filed ON filed.school_id = own.school_id AND filed.year = known.year
  GROUP BY known.area, known.year
  ORDER BY known.area, known.year;
$$;

CREATE FUNCTION hub_summary.write_areas(schools text[]) RETURNS void
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
    concat_ws(',', to_json(school.id), to_json(school.ownership), to_json(coalesce(school.stages, '{}')))
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

CREATE OR REPLACE FUNCTION hub_summary.count_again(schools text[]) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
  DELETE FROM hub_summary.return_facts WHERE school_id = ANY (schools);
  INSERT INTO hub_summary.return_facts
  SELECT filed.year, filed.school_id, json_build_array(filed.origin, coalesce(taught.stages, '[]'))::text
  FROM school_return AS filed
  LEFT JOIN (
    SELECT school_id, year, json_agg(json_build_array(stage, students, classes, largest) ORDER BY stage) AS stages
    FROM (
      SELECT school_id, year, stage, sum(students) AS students, count(*) AS classes, max(students) AS largest
      FROM class_group
      WHERE school_id = ANY (schools)
      GROUP BY school_id, year, stage
    ) AS counted
    GROUP BY school_id, year
  ) AS taught ON taught.school_id = filed.school_id AND taught.year = filed.year
  WHERE filed.school_id = ANY (schools)
  ORDER BY filed.year, filed.school_id;
  SELECT hub_summary.write_area_facts(array(
    SELECT DISTINCT area FROM hub_summary.area_school WHERE school_id = ANY (schools)
  ));
$$;

CREATE FUNCTION hub_summary.write_places(schools text[]) RETURNS void
LANGUAGE sql AS $$
  SELECT hub_summary.write_past(schools);
  SELECT hub_summary.write_areas(schools);
$$;

DROP TRIGGER hub_summary_insert ON school_division;
DROP TRIGGER hub_summary_update ON school_division;
DROP TRIGGER hub_summary_delete ON school_division;
DROP TRIGGER hub_summary_truncate ON school_division;
DROP TRIGGER hub_summary_insert ON school_authority;
DROP TRIGGER hub_summary_update ON school_authority;
DROP TRIGGER hub_summary_delete ON school_authority;
DROP TRIGGER hub_summary_truncate ON school_authority;
SELECT hub_summary.follow_table('school_division', 'school_id, division_code, valid_from, valid_to',
  'SELECT school_id FROM changed', 'write_places');
SELECT hub_summary.follow_table('school_authority', 'school_id, authority_id, valid_from, valid_to',
  'SELECT school_id FROM changed', 'write_places');
SELECT hub_summary.follow_table('school', 'id, ownership, stages, opened_on, closed_on',
  'SELECT id AS school_id FROM changed', 'write_areas');

CREATE FUNCTION hub_summary.note_divisions() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    INSERT INTO hub_summary.division_news VALUES (NULL);
  ELSIF TG_OP = 'INSERT' THEN
    INSERT INTO hub_summary.division_news SELECT code FROM new_rows;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO hub_summary.division_news SELECT code FROM old_rows;
  ELSE
    INSERT INTO hub_summary.division_news
    SELECT code FROM (
      (SELECT code, county_code FROM old_rows EXCEPT SELECT code, county_code FROM new_rows)
      UNION ALL (SELECT code, county_code FROM new_rows EXCEPT SELECT code, county_code FROM old_rows)
    ) AS changed;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER hub_summary_insert AFTER INSERT ON division
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION hub_summary.note_divisions();
CREATE TRIGGER hub_summary_update AFTER UPDATE ON division
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION hub_summary.note_divisions();
CREATE TRIGGER hub_summary_delete AFTER DELETE ON division
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION hub_summary.note_divisions();
CREATE TRIGGER hub_summary_truncate AFTER TRUNCATE ON division
  FOR EACH STATEMENT EXECUTE FUNCTION hub_summary.note_divisions();
ALTER TABLE division ENABLE ALWAYS TRIGGER hub_summary_insert;
ALTER TABLE division ENABLE ALWAYS TRIGGER hub_summary_update;
ALTER TABLE division ENABLE ALWAYS TRIGGER hub_summary_delete;
ALTER TABLE division ENABLE ALWAYS TRIGGER hub_summary_truncate;

-- Nobody can write from here to the end of the migration, so nothing is missed.
SELECT hub_summary.write_areas(hub_summary.all_schools());
