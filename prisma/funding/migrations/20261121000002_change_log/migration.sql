-- The change log: every committed change of a record, by whatever path it is written, gets a version.
-- This file is the same in the four databases. A migration that adds a table ends with SELECT hub_log.watch_table('name').

CREATE SCHEMA hub_log;

-- CACHE 1 (the default) is part of the protocol: a session that kept numbers back would use them late.
CREATE SEQUENCE hub_log.change_version AS bigint;

-- op: I inserted, U updated, D deleted (key is then all that is left of the record),
-- K key changed from old_key to key, other columns perhaps too.
CREATE TABLE hub_log.change_log (
  version    bigint PRIMARY KEY,
  entity     text NOT NULL,
  op         text NOT NULL CHECK (op IN ('I', 'U', 'D', 'K')),
  key        jsonb NOT NULL,
  old_key    jsonb,
  changed_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
  xid        xid8 NOT NULL DEFAULT pg_current_xact_id(),
  CHECK ((op = 'K') = (old_key IS NOT NULL))
);

-- Versions compare within one epoch only: a database made anew counts from 1 again under another epoch.
CREATE TABLE hub_log.change_epoch (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  epoch  uuid NOT NULL DEFAULT gen_random_uuid()
);
INSERT INTO hub_log.change_epoch DEFAULT VALUES;

-- Versions are drawn in another order than transactions commit, so the highest one seen says nothing about those still
-- open. Therefore a transaction, before its first draw, takes a shared advisory lock that carries a number below all
-- versions it will draw; readers find the locks of open transactions in pg_locks. Lock and setting end together:
-- at commit, at rollback, and at a rollback to a savepoint set before the first change.
CREATE FUNCTION hub_log.open_changes() RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  this_transaction text := pg_current_xact_id()::text;
  drawn bigint;
BEGIN
  IF current_setting('hub.changing_transaction', true) = this_transaction THEN
    RETURN;
  END IF;
  SELECT CASE WHEN is_called THEN last_value ELSE 0 END INTO drawn FROM hub_log.change_version;
  PERFORM pg_advisory_xact_lock_shared((18517::bigint << 48) | drawn);
  PERFORM set_config('hub.changing_transaction', this_transaction, true);
END $$;

-- oldest: first version the log still holds; newest: last version such that it and all before it are committed.
-- Read newest in a statement of its own, then the log or the records in a later one: their snapshot then holds all
-- changes up to newest. The order inside is the proof: a transaction that is not in pg_locks after the sequence was
-- read has ended, or will draw versions above it.
CREATE FUNCTION hub_log.data_version(OUT epoch uuid, OUT oldest bigint, OUT newest bigint)
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  bound bigint;
  open_bound bigint;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'hub_log.data_version: found isolation level %; expected read committed',
      current_setting('transaction_isolation')
      USING HINT = 'The snapshot must be younger than the version: ask before the transaction begins.';
  END IF;
  IF pg_is_in_recovery() THEN
    RAISE EXCEPTION 'hub_log.data_version: found a standby; expected the primary, which knows the open transactions';
  END IF;
  SELECT CASE WHEN is_called THEN last_value ELSE 0 END INTO bound FROM hub_log.change_version;
  SELECT min(((l.classid::bigint << 32) | l.objid::bigint) & ((1::bigint << 48) - 1)) INTO open_bound
    FROM pg_locks l
    WHERE l.locktype = 'advisory' AND l.objsubid = 1 AND l.classid::bigint >> 16 = 18517
      AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database());
  bound := least(bound, open_bound);
  SELECT e.epoch INTO epoch FROM hub_log.change_epoch e;
  SELECT coalesce(min(c.version), 0) INTO oldest FROM hub_log.change_log c;
  SELECT coalesce(max(c.version), 0) INTO newest FROM hub_log.change_log c WHERE c.version <= bound;
END $$;

-- What a deleted record leaves: its key. An owner may replace this to leave more.
CREATE FUNCTION hub_log.tombstone(entity text, key jsonb) RETURNS jsonb
LANGUAGE sql STABLE AS $$ SELECT key $$;

-- SQL that builds a record's key from the columns named, for the table alias "r".
CREATE FUNCTION hub_log.key_expression(key_columns text[]) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT 'pg_catalog.jsonb_build_object(' || string_agg(format('%L, r.%I', name, name), ', ' ORDER BY position) || ')'
  FROM unnest(key_columns) WITH ORDINALITY AS columns(name, position)
$$;

-- One run per statement, whatever its number of rows, so that bulk loads stay fast. The two transition tables of an
-- UPDATE hold its rows in the same order, which pairs them even when the key changes. A row updated to itself is no change.
CREATE FUNCTION hub_log.log_statement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  key text := hub_log.key_expression(TG_ARGV[0:]);
  any_row boolean;
BEGIN
  EXECUTE CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT EXISTS (SELECT FROM new_rows)'
    WHEN 'TRUNCATE' THEN format('SELECT EXISTS (SELECT FROM %I.%I)', TG_TABLE_SCHEMA, TG_TABLE_NAME)
    ELSE 'SELECT EXISTS (SELECT FROM old_rows)'
  END INTO any_row;
  IF NOT any_row THEN
    RETURN NULL;
  END IF;
  PERFORM hub_log.open_changes();
  EXECUTE CASE TG_OP
    WHEN 'INSERT' THEN format(
      'INSERT INTO hub_log.change_log (version, entity, op, key)
       SELECT nextval(''hub_log.change_version''), %L, ''I'', %s FROM new_rows r',
      TG_TABLE_NAME, key)
    WHEN 'UPDATE' THEN format(
      'INSERT INTO hub_log.change_log (version, entity, op, key, old_key)
       SELECT nextval(''hub_log.change_version''), %L,
         CASE WHEN n.key = o.key THEN ''U'' ELSE ''K'' END, n.key, nullif(o.key, n.key)
       FROM (SELECT row_number() OVER () AS place, %2$s AS key, r AS record FROM new_rows r) n
       JOIN (SELECT row_number() OVER () AS place, %2$s AS key, r AS record FROM old_rows r) o USING (place)
       WHERE n.record IS DISTINCT FROM o.record
       ORDER BY place',
      TG_TABLE_NAME, key)
    WHEN 'DELETE' THEN format(
      'INSERT INTO hub_log.change_log (version, entity, op, key)
       SELECT nextval(''hub_log.change_version''), %1$L, ''D'', hub_log.tombstone(%1$L, %2$s) FROM old_rows r',
      TG_TABLE_NAME, key)
    ELSE format(
      'INSERT INTO hub_log.change_log (version, entity, op, key)
       SELECT nextval(''hub_log.change_version''), %1$L, ''D'', hub_log.tombstone(%1$L, %2$s) FROM %3$I.%1$I r',
      TG_TABLE_NAME, key, TG_TABLE_SCHEMA)
  END;
  RETURN NULL;
END $$;

-- Logs all changes of a table. Its key is the primary key, then what else identifies a record or says whose it is:
-- the school, the county, an identifier's scheme and value. Calling it again takes up changed columns.
CREATE FUNCTION hub_log.watch_table(record_table regclass) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  key_columns text;
  event record;
BEGIN
  SELECT string_agg(quote_literal(attname), ', ' ORDER BY primary_place NULLS LAST, attnum) INTO STRICT key_columns
  FROM (
    SELECT a.attname, a.attnum, array_position(i.indkey::int2[], a.attnum) AS primary_place
    FROM pg_attribute a JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
    WHERE a.attrelid = record_table AND a.attnum > 0 AND NOT a.attisdropped
  ) AS columns
  WHERE primary_place IS NOT NULL OR attname IN ('school_id', 'county_code', 'scheme', 'value');
  IF key_columns IS NULL THEN
    RAISE EXCEPTION 'hub_log.watch_table: found no primary key on %; expected one, for the change log', record_table;
  END IF;
  FOR event IN
    SELECT * FROM (VALUES
      ('hub_log_insert', 'AFTER INSERT', 'REFERENCING NEW TABLE AS new_rows'),
      ('hub_log_update', 'AFTER UPDATE', 'REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows'),
      ('hub_log_delete', 'AFTER DELETE', 'REFERENCING OLD TABLE AS old_rows'),
      ('hub_log_truncate', 'BEFORE TRUNCATE', '')
    ) AS events(name, moment, tables)
  LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER %I %s ON %s %s FOR EACH STATEMENT EXECUTE FUNCTION hub_log.log_statement(%s)',
      event.name, event.moment, record_table, event.tables, key_columns);
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', record_table, event.name);
  END LOOP;
END $$;

SELECT hub_log.watch_table(format('%I.%I', schemaname, tablename)::regclass)
FROM pg_tables
WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
ORDER BY tablename;
