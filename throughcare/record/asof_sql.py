"""The SQL of the schema `asof`: each recorded table as it was known at an instant."""

DROPPED = "DROP SCHEMA IF EXISTS asof CASCADE"

# Without a chosen instant the cut is null, nothing compares with it, and every view is empty.
SCHEMA = """
CREATE SCHEMA asof;
CREATE FUNCTION asof.cut() RETURNS bigint LANGUAGE sql STABLE AS
    $$ SELECT nullif(current_setting('throughcare.asof_cut', true), '')::bigint $$;
CREATE FUNCTION asof.last_number() RETURNS bigint LANGUAGE sql STABLE AS
    $$ SELECT nullif(current_setting('throughcare.asof_number', true), '')::bigint $$;
CREATE FUNCTION asof.not_yet() RETURNS bigint[] LANGUAGE sql STABLE AS $$
    SELECT coalesce(nullif(current_setting('throughcare.asof_not_yet', true), ''), '{}')::bigint[]
$$;
CREATE VIEW asof.record_entry WITH (security_invoker = true) AS
    SELECT * FROM public.record_entry
    WHERE number > 0 AND number <= (SELECT asof.last_number());
"""

VIEW = """
CREATE VIEW asof.{table} WITH (security_invoker = true) AS
    SELECT {columns} FROM history.{table} AS h
    WHERE h.from_seq <= (SELECT asof.cut())
    AND NOT h.from_seq = ANY ((SELECT asof.not_yet())::bigint[])
    AND (h.to_seq IS NULL OR h.to_seq > (SELECT asof.cut())
        OR h.to_seq = ANY ((SELECT asof.not_yet())::bigint[]))
"""

GRANTS = """
GRANT USAGE ON SCHEMA asof TO throughcare_app;
GRANT SELECT ON ALL TABLES IN SCHEMA asof TO throughcare_app;
"""

KEY_INDEX = "CREATE INDEX IF NOT EXISTS {table}_key ON history.{table} ({key})"
COLUMN_INDEX = 'CREATE INDEX IF NOT EXISTS "{name}" ON history.{table} ("{column}")'
