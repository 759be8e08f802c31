-- Staff counted by school and year, so that an area is read in a few rows. A summary is no record: it is not in hub_log,
-- never written by hand, and equal to a count of the records in every transaction that is committed.

CREATE SCHEMA hub_summary;

-- Whoever changes records that are counted takes this row until the transaction ends: what is counted then holds the
-- changes of all before it. Under repeatable read a transaction that comes second fails to serialize instead.
CREATE TABLE hub_summary.turn (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  taken  bigint NOT NULL DEFAULT 0
);
INSERT INTO hub_summary.turn DEFAULT VALUES;

-- One run per statement, whatever its number of rows. Arguments: the columns that are counted, of which a change
-- matters; SQL that gives the ids of the schools concerned by the rows of "changed".
CREATE FUNCTION hub_summary.follow_statement() RETURNS trigger
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
  PERFORM hub_summary.count_again(schools);
  RETURN NULL;
END $$;

-- Counts again whenever records of a table change.
CREATE FUNCTION hub_summary.follow_table(record_table regclass, counted_columns text, schools_of_changed text) RETURNS void
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
      'CREATE TRIGGER %I AFTER %s ON %s %s FOR EACH STATEMENT EXECUTE FUNCTION hub_summary.follow_statement(%L, %L)',
      event.name, event.kind, record_table, event.tables, counted_columns, schools_of_changed);
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', record_table, event.name);
  END LOOP;
END $$;

-- Staff of one stage on the census date, 1 September, of the schools and years with a staff return. Who has several
-- assignments that day, wherever they are, has rows of their own, so that an area counts them once; person_id is null
-- in the row of all others.
CREATE TABLE hub_summary.staff_count (
  school_id       text NOT NULL,
  year            int NOT NULL,
  stage           public."Stage" NOT NULL,
  person_id       text,
  teachers        int NOT NULL,
  permanent_staff int NOT NULL,
  staff           int NOT NULL,
  teacher_fte     numeric NOT NULL,
  UNIQUE NULLS NOT DISTINCT (school_id, year, stage, person_id)
);

CREATE FUNCTION hub_summary.all_schools() RETURNS text[]
LANGUAGE sql STABLE AS $$
  SELECT array_agg(school_id) FROM (
    SELECT school_id FROM public.staff_return UNION SELECT school_id FROM hub_summary.staff_count
  ) AS known
$$;

-- least() ignores the null "once" of all who have one assignment: they are counted by row.
CREATE FUNCTION hub_summary.count_staff(schools text[]) RETURNS SETOF hub_summary.staff_count
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH filed AS MATERIALIZED (
    SELECT school_id, year, make_date(year, 9, 1) AS census FROM staff_return WHERE school_id = ANY (schools)
  ),
  present AS MATERIALIZED (
    SELECT filed.school_id, filed.year, work.stage, work.person_id, work.fte, work.holds_post,
      work.teaches AND work.role = 'TEACHER' AS teaches
    FROM filed
    JOIN assignment AS work ON work.school_id = filed.school_id AND work.valid_from <= filed.census
      AND (work.valid_to IS NULL OR work.valid_to > filed.census)
  ),
  permanent AS MATERIALIZED (
    SELECT id FROM person
    WHERE id = ANY (ARRAY(SELECT person_id FROM present WHERE holds_post)) AND employment = 'PERMANENT'
  ),
  several AS MATERIALIZED (
    SELECT day.year, work.person_id, 1 AS once
    FROM assignment AS work
    JOIN (SELECT DISTINCT year, census FROM filed) AS day
      ON work.valid_from <= day.census AND (work.valid_to IS NULL OR work.valid_to > day.census)
    WHERE work.person_id = ANY (ARRAY(SELECT person_id FROM present))
    GROUP BY day.year, work.person_id
    HAVING count(*) > 1
  )
  SELECT present.school_id, present.year, present.stage, several.person_id,
    least(count(*) FILTER (WHERE teaches), once)::int,
    least(count(*) FILTER (WHERE holds_post AND permanent.id IS NOT NULL), once)::int,
    least(count(*) FILTER (WHERE holds_post), once)::int,
    coalesce(sum(fte) FILTER (WHERE teaches), 0)
  FROM present
  LEFT JOIN several ON several.person_id = present.person_id AND several.year = present.year
  LEFT JOIN permanent ON permanent.id = present.person_id
  GROUP BY present.school_id, present.year, present.stage, several.person_id, several.once
$$;

CREATE FUNCTION hub_summary.count_again(schools text[]) RETURNS void
LANGUAGE sql AS $$
  DELETE FROM hub_summary.staff_count WHERE school_id = ANY (schools);
  INSERT INTO hub_summary.staff_count SELECT * FROM hub_summary.count_staff(schools);
$$;

SELECT hub_summary.follow_table('staff_return', 'school_id, year', 'SELECT school_id FROM changed');
SELECT hub_summary.follow_table('person', 'id, employment',
  'SELECT school_id FROM public.assignment WHERE person_id IN (SELECT id FROM changed)');
-- One assignment more or less can make somebody one of those with several, at every school where they are.
SELECT hub_summary.follow_table('assignment',
  'school_id, person_id, stage, role, holds_post, teaches, fte, valid_from, valid_to',
  'SELECT school_id FROM changed
   UNION ALL SELECT school_id FROM public.assignment WHERE person_id IN (SELECT person_id FROM changed)');

-- Nobody can write from here to the end of the migration, so nothing is missed.
SELECT hub_summary.count_again(hub_summary.all_schools());
