-- Levels of divisions and authorities are read where they stand: those who write divisions need not wait for each other.
-- Divisions and authorities of a school are [code or id, valid_from, valid_to] from here on.
DROP TRIGGER hub_summary_insert ON division;
DROP TRIGGER hub_summary_update ON division;
DROP TRIGGER hub_summary_delete ON division;
DROP TRIGGER hub_summary_truncate ON division;
DROP TRIGGER hub_summary_insert ON authority;
DROP TRIGGER hub_summary_update ON authority;
DROP TRIGGER hub_summary_delete ON authority;
DROP TRIGGER hub_summary_truncate ON authority;

CREATE OR REPLACE FUNCTION hub_summary.write_past(schools text[]) RETURNS void
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
        SELECT json_agg(json_build_array(own.division_code, own.valid_from, own.valid_to) ORDER BY own.valid_from)
        FROM school_division AS own
        WHERE own.school_id = school.school_id
      ) AS divisions,
      (
        SELECT json_agg(json_build_array(own.authority_id, own.valid_from, own.valid_to) ORDER BY own.valid_from)
        FROM school_authority AS own
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

-- Nobody can write from here to the end of the migration, so nothing is missed.
SELECT hub_summary.write_past(hub_summary.all_schools());
