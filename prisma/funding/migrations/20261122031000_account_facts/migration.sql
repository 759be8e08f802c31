-- Money paid by school and year, so that an area is read in a few rows. A summary is no record: it is not in hub_log,
-- never written by hand, and equal to a sum of the records in every transaction that is committed.

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

-- The closed accounts of a calendar year with the payments of that year as JSON: school, year, origin of the accounts,
-- then for each stage, null for payments that have none, the stage, cents paid in all, for PERSONNEL, PUBLIC_USE, CAPITAL,
-- for AID with SUBSIDY, and person-times. It is read as it stands: many small values cost more to put together than to add.
CREATE TABLE hub_summary.account_facts (
  year      int NOT NULL,
  school_id text NOT NULL,
  facts     text NOT NULL,
  PRIMARY KEY (year, school_id)
);
CREATE INDEX account_facts_school ON hub_summary.account_facts (school_id);

CREATE FUNCTION hub_summary.all_schools() RETURNS text[]
LANGUAGE sql STABLE AS $$
  SELECT array_agg(school_id) FROM (
    SELECT school_id FROM public.finance_return UNION SELECT school_id FROM hub_summary.account_facts
  ) AS known
$$;

CREATE FUNCTION hub_summary.count_again(schools text[]) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
  DELETE FROM hub_summary.account_facts WHERE school_id = ANY (schools);
  INSERT INTO hub_summary.account_facts
  SELECT filed.year, filed.school_id,
    json_build_array(filed.school_id, filed.year, filed.origin, coalesce(paid.stages, '[]'))::text
  FROM finance_return AS filed
  LEFT JOIN (
    SELECT school_id, year,
      json_agg(json_build_array(stage, spending, personnel, public_use, capital, aid, person_times) ORDER BY stage) AS stages
    FROM (
      SELECT school_id, year, stage, sum(cents) AS spending,
        coalesce(sum(cents) FILTER (WHERE economic_class = 'PERSONNEL'), 0) AS personnel,
        coalesce(sum(cents) FILTER (WHERE economic_class = 'PUBLIC_USE'), 0) AS public_use,
        coalesce(sum(cents) FILTER (WHERE economic_class = 'CAPITAL'), 0) AS capital,
        coalesce(sum(cents) FILTER (WHERE economic_class IN ('AID', 'SUBSIDY')), 0) AS aid,
        coalesce(sum(person_times), 0) AS person_times
      FROM (
        SELECT school_id, extract(year FROM paid_on)::int AS year, stage, economic_class, (amount * 100)::bigint AS cents,
          person_times
        FROM payment
        WHERE school_id = ANY (schools)
      ) AS payment
      GROUP BY school_id, year, stage
    ) AS added
    GROUP BY school_id, year
  ) AS paid ON paid.school_id = filed.school_id AND paid.year = filed.year
  WHERE filed.school_id = ANY (schools)
  ORDER BY filed.year, filed.school_id;
$$;

SELECT hub_summary.follow_table('finance_return', 'school_id, year, origin', 'SELECT school_id FROM changed');
SELECT hub_summary.follow_table('payment', 'school_id, stage, economic_class, amount, paid_on, person_times',
  'SELECT school_id FROM changed');

-- Nobody can write from here to the end of the migration, so nothing is missed.
SELECT hub_summary.count_again(hub_summary.all_schools());
