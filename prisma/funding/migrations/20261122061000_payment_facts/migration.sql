-- Money given for a purpose by school and year, in the finest groups anybody asks for, so that payments are not read one
-- by one.

-- One row a calendar year in which a school was given money or closed its accounts. The text is JSON that is read as it
-- stands: school, year, whether the accounts are closed, then side by side for each programme, purpose, economic class
-- and stage of CAPITAL, AID and SUBSIDY these four, origin, cents, payments, and the first and the last day of payment,
-- counted from 1 January as 0. Pay and running costs are most of all payments and seldom asked for so closely.
CREATE TABLE hub_summary.payment_facts (
  year      int NOT NULL,
  school_id text NOT NULL,
  facts     text NOT NULL,
  PRIMARY KEY (year, school_id)
);

-- With an index on schools alone PostgreSQL would read all years of a school to find one. There are few years, so that
-- the key also finds a school that is counted again.
DROP INDEX hub_summary.account_facts_school;

CREATE OR REPLACE FUNCTION hub_summary.all_schools() RETURNS text[]
LANGUAGE sql STABLE AS $$
  SELECT array_agg(school_id) FROM (
    SELECT school_id FROM public.finance_return
    UNION SELECT school_id FROM public.payment WHERE school_id IS NOT NULL
    UNION SELECT school_id FROM hub_summary.payment_facts
  ) AS known
$$;

-- As before, but money of schools without any closed accounts is not added up for them: a load brings accounts last.
CREATE OR REPLACE FUNCTION hub_summary.count_again(schools text[]) RETURNS void
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
        WHERE school_id = ANY (ARRAY(SELECT school_id FROM finance_return WHERE school_id = ANY (schools)))
      ) AS payment
      GROUP BY school_id, year, stage
    ) AS added
    GROUP BY school_id, year
  ) AS paid ON paid.school_id = filed.school_id AND paid.year = filed.year
  WHERE filed.school_id = ANY (schools)
  ORDER BY filed.year, filed.school_id;

  DELETE FROM hub_summary.payment_facts WHERE school_id = ANY (schools);
  INSERT INTO hub_summary.payment_facts
  SELECT year, school_id,
    '[' || to_json(school_id) || ',' || year || ',' || (filed.year IS NOT NULL) || coalesce(',' || given.money, '') || ']'
  FROM (SELECT school_id, year FROM finance_return WHERE school_id = ANY (schools)) AS filed
  FULL JOIN (
    SELECT school_id, year, string_agg(money, ',' ORDER BY programme, purpose, economic_class, stage) AS money
    FROM (
      SELECT school_id, year, programme, purpose, economic_class, stage,
        -- The names begin with a programme and end with an origin: no bracket of theirs is at either end. SYNTHETIC as
        -- soon as one record is; else stated by a document rather than listed.
        btrim(to_json(ARRAY[programme, purpose, economic_class, stage::text,
          CASE max(origin) WHEN 'SYNTHETIC' THEN 'SYNTHETIC' ELSE min(origin)::text END])::text, '[]')
          || ',' || sum(cents) || ',' || count(*)
          || ',' || min(paid_on) - make_date(year, 1, 1) || ',' || max(paid_on) - make_date(year, 1, 1) AS money
      FROM (
        SELECT school_id, extract(year FROM paid_on)::int AS year, programme, purpose, economic_class, stage, origin,
          (amount * 100)::bigint AS cents, paid_on
        FROM payment
        WHERE school_id = ANY (schools) AND economic_class IN ('CAPITAL', 'AID', 'SUBSIDY')
      ) AS payment
      GROUP BY school_id, year, programme, purpose, economic_class, stage
    ) AS added
    GROUP BY school_id, year
  ) AS given USING (school_id, year)
  ORDER BY year, school_id;
$$;

DROP TRIGGER hub_summary_insert ON payment;
DROP TRIGGER hub_summary_update ON payment;
DROP TRIGGER hub_summary_delete ON payment;
DROP TRIGGER hub_summary_truncate ON payment;
SELECT hub_summary.follow_table('payment',
  'school_id, programme, purpose, stage, economic_class, amount, paid_on, person_times, origin',
  'SELECT school_id FROM changed');

-- Nobody can write from here to the end of the migration, so nothing is missed.
SELECT hub_summary.count_again(hub_summary.all_schools());
