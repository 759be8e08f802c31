-- What an area is asked about overdue tasks, read as it stands. As every summary this stays out of hub_log.

-- Years from 1949 to 2031, all before and all after counted with the first and the last: a task open for ever, or dated by
-- mistake, fills no more rows than that. Whoever reads a year takes the same.
CREATE FUNCTION hub_summary.task_year(day date) RETURNS int
LANGUAGE sql IMMUTABLE AS $$ SELECT least(greatest(extract(year FROM day), 1949), 2031)::int $$;

-- Tasks of a school with what was found, as JSON: the school, then the tasks by due date and id, each as id, item, severity,
-- stage, day found, due and closed, origin of both. A task is overdue from the day after the due date, or the day of the
-- finding where that is later, until it is closed: it stands in every year with such a day. One that was closed by the first
-- of these days was never late and stands in the year of that day alone. late_from is the first of these days among the
-- tasks, closed_by the last day of closing, infinity where one is open.
CREATE TABLE hub_summary.task_facts (
  late      boolean NOT NULL,
  year      int NOT NULL,
  school_id text NOT NULL,
  late_from date NOT NULL,
  closed_by date NOT NULL,
  facts     text NOT NULL,
  PRIMARY KEY (late, year, school_id)
);
CREATE INDEX task_facts_school ON hub_summary.task_facts (school_id);

CREATE OR REPLACE FUNCTION hub_summary.all_schools() RETURNS text[]
LANGUAGE sql STABLE AS $$
  SELECT array_agg(school_id) FROM (
    SELECT school_id FROM public.rectification_task
    UNION SELECT school_id FROM hub_summary.task_count
    UNION SELECT school_id FROM hub_summary.task_facts
  ) AS known
$$;

-- Both summaries from one look at the records.
CREATE OR REPLACE FUNCTION hub_summary.count_again(schools text[]) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
  DELETE FROM hub_summary.task_count WHERE school_id = ANY (schools);
  DELETE FROM hub_summary.task_facts WHERE school_id = ANY (schools);
  WITH task AS MATERIALIZED (
    SELECT task.school_id, task.id, finding.item, finding.severity, finding.stage, finding.found_on, task.due_on,
      task.closed_on, task.origin, finding.origin AS cause_origin
    FROM rectification_task AS task
    JOIN finding ON finding.id = task.finding_id
    WHERE task.school_id = ANY (schools)
  ),
  counted AS (
    INSERT INTO hub_summary.task_count
    SELECT school_id, first_year, end_year, overdue_year, stage, count(*), max(origin)
    FROM (
      SELECT school_id, extract(year FROM found_on)::int AS first_year, extract(year FROM closed_on)::int AS end_year,
        extract(year FROM due_on + 1)::int AS overdue_year, stage, origin
      FROM task
    ) AS dated
    WHERE end_year IS NULL OR end_year > first_year
    GROUP BY school_id, first_year, end_year, overdue_year, stage
  )
  INSERT INTO hub_summary.task_facts
  SELECT closed_by > late_from AS late, year, school_id, min(late_from), max(closed_by),
    json_build_array(school_id, json_agg(facts ORDER BY due_on, id COLLATE "C"))::text
  FROM (
    SELECT school_id, id, due_on, greatest(found_on, due_on + 1) AS late_from,
      coalesce(closed_on, 'infinity') AS closed_by,
      json_build_array(id, item, severity, stage, found_on, due_on, closed_on, greatest(origin, cause_origin)) AS facts
    FROM task
  ) AS dated
  CROSS JOIN LATERAL generate_series(
    hub_summary.task_year(late_from), hub_summary.task_year(greatest(late_from, closed_by - 1))
  ) AS year
  GROUP BY late, year, school_id
  ORDER BY late, year, school_id;
$$;

DROP TRIGGER hub_summary_insert ON rectification_task;
DROP TRIGGER hub_summary_update ON rectification_task;
DROP TRIGGER hub_summary_delete ON rectification_task;
DROP TRIGGER hub_summary_truncate ON rectification_task;
DROP TRIGGER hub_summary_insert ON finding;
DROP TRIGGER hub_summary_update ON finding;
DROP TRIGGER hub_summary_delete ON finding;
DROP TRIGGER hub_summary_truncate ON finding;

SELECT hub_summary.follow_table('rectification_task', 'id, school_id, finding_id, due_on, closed_on, origin',
  'SELECT school_id FROM changed');
SELECT hub_summary.follow_table('finding', 'id, stage, item, severity, found_on, origin',
  'SELECT school_id FROM public.rectification_task WHERE finding_id IN (SELECT id FROM changed)');

-- Nobody can write from here to the end of the migration, so nothing is missed.
SELECT hub_summary.count_again(hub_summary.all_schools());
