-- What is known of the staff of a school and year in one row, as JSON: an area is read as it stands, for many small values
-- cost more to put together than to count. As every summary this stays out of hub_log.

-- School, year, origin of the staff return (null: none was filed), posts of the quota (null: none is known); then for each
-- stage the stage, the teachers, permanent staff and staff among those with a single assignment, full-time equivalents of
-- all, and those with several: the person, then 1 or 0 as teacher, permanent staff, staff.
CREATE TABLE hub_summary.staff_facts (
  year      int NOT NULL,
  school_id text NOT NULL,
  facts     text NOT NULL,
  PRIMARY KEY (year, school_id)
);
CREATE INDEX staff_facts_school ON hub_summary.staff_facts (school_id);

CREATE OR REPLACE FUNCTION hub_summary.all_schools() RETURNS text[]
LANGUAGE sql STABLE AS $$
  SELECT array_agg(school_id) FROM (
    SELECT school_id FROM public.staff_return
    UNION SELECT school_id FROM public.staffing_quota
    UNION SELECT school_id FROM hub_summary.staff_count
    UNION SELECT school_id FROM hub_summary.staff_facts
  ) AS known
$$;

CREATE FUNCTION hub_summary.write_facts(schools text[]) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
  DELETE FROM hub_summary.staff_facts WHERE school_id = ANY (schools);
  INSERT INTO hub_summary.staff_facts
  SELECT year, school_id,
    json_build_array(school_id, year, filed.origin, quota.posts, coalesce(counted.stages, '[]'))::text
  FROM (SELECT school_id, year, origin FROM staff_return WHERE school_id = ANY (schools)) AS filed
  FULL JOIN (SELECT school_id, year, posts FROM staffing_quota WHERE school_id = ANY (schools)) AS quota
    USING (school_id, year)
  LEFT JOIN (
    SELECT school_id, year,
      json_agg(json_build_array(stage, teachers, permanent_staff, staff, fte, shared) ORDER BY stage) AS stages
    FROM (
      SELECT school_id, year, stage, coalesce(sum(teachers) FILTER (WHERE person_id IS NULL), 0) AS teachers,
        coalesce(sum(permanent_staff) FILTER (WHERE person_id IS NULL), 0) AS permanent_staff,
        coalesce(sum(staff) FILTER (WHERE person_id IS NULL), 0) AS staff, sum(teacher_fte) AS fte,
        coalesce(
          json_agg(json_build_array(person_id, teachers, permanent_staff, staff) ORDER BY person_id)
            FILTER (WHERE person_id IS NOT NULL),
          '[]'
        ) AS shared
      FROM hub_summary.staff_count
      WHERE school_id = ANY (schools)
      GROUP BY school_id, year, stage
    ) AS of_stage
    GROUP BY school_id, year
  ) AS counted USING (school_id, year)
  ORDER BY year, school_id;
$$;

CREATE OR REPLACE FUNCTION hub_summary.count_again(schools text[]) RETURNS void
LANGUAGE sql AS $$
  DELETE FROM hub_summary.staff_count WHERE school_id = ANY (schools);
  INSERT INTO hub_summary.staff_count SELECT * FROM hub_summary.count_staff(schools);
  SELECT hub_summary.write_facts(schools);
$$;

-- As before, with a third argument: the function that counts the schools again, count_again unless said otherwise.
CREATE OR REPLACE FUNCTION hub_summary.follow_statement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  changed text := format(CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT %1$s FROM new_rows'
    WHEN 'DELETE' THEN 'SELECT %1$s FROM old_rows'
    WHEN 'UPDATE' THEN
      '(SELECT %1$s FROM old_rows EXCEPT ALL SELECT %1$s FROM new_rows)
       UNION ALL (SELECT %1$s FROM new_rows EXCEPT ALL SELECT %1$s FROM old_rows)'
  END, TG_ARGV[0]);
  any_row boolean := true;
  schools text[];
BEGIN
  IF TG_OP <> 'TRUNCATE' THEN
    EXECUTE format('SELECT EXISTS (%s)', changed) INTO any_row;
  END IF;
  IF NOT any_row THEN
    RETURN NULL;
  END IF;
  UPDATE hub_summary.turn SET taken = taken + 1;
  IF TG_OP = 'TRUNCATE' THEN
    schools := hub_summary.all_schools();
  ELSE
    EXECUTE format('WITH changed AS MATERIALIZED (%s) SELECT array_agg(DISTINCT school_id) FROM (%s) AS concerned',
      changed, TG_ARGV[1]) INTO schools;
  END IF;
  EXECUTE format('SELECT hub_summary.%I($1)', coalesce(TG_ARGV[2], 'count_again')) USING schools;
  RETURN NULL;
END $$;

DROP FUNCTION hub_summary.follow_table(regclass, text, text);
CREATE FUNCTION hub_summary.follow_table(
  record_table regclass, counted_columns text, schools_of_changed text, counting text DEFAULT 'count_again'
) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  event record;
BEGIN
  FOR event IN
    SELECT * FROM (VALUES
      ('hub_summary_insert', 'INSERT', 'REFERENCING NEW TABLE AS new_rows'),
      ('hub_summary_update', 'UPDATE', 'REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows'),
      ('hub_summary_delete', 'DELETE', 'REFERENCING OLD TABLE AS old_rows'),
      ('hub_summary_truncate', 'TRUNCATE', '')
    ) AS events(name, kind, tables)
  LOOP
    EXECUTE format(
      'CREATE TRIGGER %I AFTER %s ON %s %s FOR EACH STATEMENT EXECUTE FUNCTION hub_summary.follow_statement(%L, %L, %L)',
      event.name, event.kind, record_table, event.tables, counted_columns, schools_of_changed, counting);
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', record_table, event.name);
  END LOOP;
END $$;

-- The origin of a return is among the facts; of a quota only the posts are, and nobody need be counted for them.
DROP TRIGGER hub_summary_insert ON staff_return;
DROP TRIGGER hub_summary_update ON staff_return;
DROP TRIGGER hub_summary_delete ON staff_return;
DROP TRIGGER hub_summary_truncate ON staff_return;
SELECT hub_summary.follow_table('staff_return', 'school_id, year, origin', 'SELECT school_id FROM changed');
SELECT hub_summary.follow_table('staffing_quota', 'school_id, year, posts', 'SELECT school_id FROM changed', 'write_facts');

-- Nobody can write from here to the end of the migration, so nothing is missed.
SELECT hub_summary.write_facts(hub_summary.all_schools());
