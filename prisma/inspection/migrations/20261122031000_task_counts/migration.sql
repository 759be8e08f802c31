-- CreateIndex
CREATE INDEX "rectification_task_finding_id_idx" ON "rectification_task"("finding_id");

-- Tasks that were open at the end of a year, so that an area is read in a few rows. A summary is no record: it is not in
-- hub_log, never written by hand, and equal to a count of the records in every transaction that is committed.

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

-- Tasks of a school and stage (null: the whole school) that are open on 31 December of the years from first_year to
-- before end_year (null: not closed), overdue then from overdue_year on. Those closed in the year they were found are not
-- here. origin is SYNTHETIC, the last of the origins, as soon as one of the tasks is.
CREATE TABLE hub_summary.task_count (
  school_id    text NOT NULL,
  first_year   int NOT NULL,
  end_year     int,
  overdue_year int NOT NULL,
  stage        public."Stage",
  tasks        int NOT NULL,
  origin       public."Origin" NOT NULL
);
-- Read from the index alone.
CREATE UNIQUE INDEX task_count_key ON hub_summary.task_count (school_id, first_year, end_year, overdue_year, stage)
  INCLUDE (tasks, origin) NULLS NOT DISTINCT;

CREATE FUNCTION hub_summary.all_schools() RETURNS text[]
LANGUAGE sql STABLE AS $$
  SELECT array_agg(school_id) FROM (
    SELECT school_id FROM public.rectification_task UNION SELECT school_id FROM hub_summary.task_count
  ) AS known
$$;

CREATE FUNCTION hub_summary.count_again(schools text[]) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
  DELETE FROM hub_summary.task_count WHERE school_id = ANY (schools);
  INSERT INTO hub_summary.task_count
  SELECT school_id, first_year, end_year, overdue_year, stage, count(*), max(origin)
  FROM (
    SELECT task.school_id, extract(year FROM finding.found_on)::int AS first_year,
      extract(year FROM task.closed_on)::int AS end_year, extract(year FROM task.due_on + 1)::int AS overdue_year,
      finding.stage, task.origin
    FROM rectification_task AS task
    JOIN finding ON finding.id = task.finding_id
    WHERE task.school_id = ANY (schools)
  ) AS dated
  WHERE end_year IS NULL OR end_year > first_year
  GROUP BY school_id, first_year, end_year, overdue_year, stage;
$$;

SELECT hub_summary.follow_table('rectification_task', 'school_id, finding_id, due_on, closed_on, origin',
  'SELECT school_id FROM changed');
SELECT hub_summary.follow_table('finding', 'id, stage, found_on',
  'SELECT school_id FROM public.rectification_task WHERE finding_id IN (SELECT id FROM changed)');

-- Nobody can write from here to the end of the migration, so nothing is missed.
SELECT hub_summary.count_again(hub_summary.all_schools());
