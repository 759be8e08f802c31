-- What is kept of the past of a school in one row: a list of schools asks for all of it, and one search a school finds it.
-- As every summary this stays out of hub_log.

-- Ministry codes as [value, valid_to]; divisions and authorities as [code or id, level, valid_from, valid_to]; successors
-- and predecessors as [id, kind, date]: five lists, each the oldest first.
CREATE TABLE hub_summary.school_past (
  school_id text PRIMARY KEY,
  past      json NOT NULL
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
  ) AS known
$$;

CREATE FUNCTION hub_summary.write_past(schools text[]) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
  DELETE FROM hub_summary.school_past WHERE school_id = ANY (schools);
  INSERT INTO hub_summary.school_past
  SELECT school_id, json_build_array(coalesce(codes, '[]'), coalesce(divisions, '[]'), coalesce(authorities, '[]'),
    coalesce(successors, '[]'), coalesce(predecessors, '[]'))
  FROM (
    SELECT school_id,
      (
        SELECT json_agg(json_build_array(own.value, own.valid_to) ORDER BY own.valid_from, own.value)
        FROM school_identifier AS own
        WHERE own.school_id = school.school_id AND own.scheme = 'MOE_SCHOOL_CODE'
      ) AS codes,
      (
        SELECT json_agg(json_build_array(division.code, division.level, own.valid_from, own.valid_to) ORDER BY own.valid_from)
        FROM school_division AS own
        JOIN division ON division.code = own.division_code
        WHERE own.school_id = school.school_id
      ) AS divisions,
      (
        SELECT json_agg(json_build_array(authority.id, authority.level, own.valid_from, own.valid_to) ORDER BY own.valid_from)
        FROM school_authority AS own
        JOIN authority ON authority.id = own.authority_id
        WHERE own.school_id = school.school_id
      ) AS authorities,
      (
        SELECT json_agg(json_build_array(own.successor_id, own.kind, own.date) ORDER BY own.date, own.successor_id)
        FROM school_succession AS own
        WHERE own.predecessor_id = school.school_id
      ) AS successors,
      (
        SELECT json_agg(json_build_array(own.predecessor_id, own.kind, own.date) ORDER BY own.date, own.predecessor_id)
        FROM school_succession AS own
        WHERE own.successor_id = school.school_id
      ) AS predecessors
    FROM (SELECT DISTINCT school_id FROM unnest(schools) AS school_id WHERE school_id IS NOT NULL) AS school
  ) AS known
  WHERE num_nonnulls(codes, divisions, authorities, successors, predecessors) > 0
  ORDER BY school_id;
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

SELECT hub_summary.follow_table('school_identifier', 'school_id, scheme, value, valid_from, valid_to',
  'SELECT school_id FROM changed', 'write_past');
SELECT hub_summary.follow_table('school_division', 'school_id, division_code, valid_from, valid_to',
  'SELECT school_id FROM changed', 'write_past');
SELECT hub_summary.follow_table('school_authority', 'school_id, authority_id, valid_from, valid_to',
  'SELECT school_id FROM changed', 'write_past');
SELECT hub_summary.follow_table('school_succession', 'predecessor_id, successor_id, kind, date',
  'SELECT predecessor_id AS school_id FROM changed UNION ALL SELECT successor_id FROM changed', 'write_past');
SELECT hub_summary.follow_table('division', 'code, level',
  'SELECT school_id FROM public.school_division WHERE division_code IN (SELECT code FROM changed)', 'write_past');
SELECT hub_summary.follow_table('authority', 'id, level',
  'SELECT school_id FROM public.school_authority WHERE authority_id IN (SELECT id FROM changed)', 'write_past');

-- Nobody can write from here to the end of the migration, so nothing is missed.
SELECT hub_summary.write_past(hub_summary.all_schools());
