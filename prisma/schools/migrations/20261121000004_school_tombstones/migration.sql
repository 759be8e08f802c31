-- A deleted school leaves its identifiers too, by which others know it: those it has, and those deleted before it.
CREATE OR REPLACE FUNCTION hub_log.tombstone(entity text, key jsonb) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN entity <> 'school' THEN key ELSE key || jsonb_build_object('identifiers', coalesce((
    SELECT jsonb_agg(jsonb_build_object('scheme', known.scheme, 'value', known.value) ORDER BY known.scheme, known.value)
    FROM (
      SELECT i.scheme::text, i.value FROM public.school_identifier i WHERE i.school_id = tombstone.key->>'id'
      UNION
      SELECT c.key->>'scheme', c.key->>'value' FROM hub_log.change_log c
      WHERE c.entity = 'school_identifier' AND c.op = 'D' AND c.key->>'school_id' = tombstone.key->>'id'
    ) AS known
  ), '[]')) END
$$;

-- Finds the identifiers a school lost, without reading the whole log.
CREATE INDEX change_log_lost_identifiers ON hub_log.change_log ((key->>'school_id'))
  WHERE entity = 'school_identifier' AND op = 'D';
