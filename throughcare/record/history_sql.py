"""The SQL of one table's history, and of what the application's role may do."""

HISTORY_TABLE = """
CREATE TABLE history.{table} AS
    SELECT *, NULL::bigint AS from_seq, NULL::bigint AS to_seq FROM public.{table} WITH NO DATA;
CREATE UNIQUE INDEX {table}_stands ON history.{table} ({key}) WHERE to_seq IS NULL;
CREATE INDEX {table}_from ON history.{table} (from_seq);
CREATE INDEX {table}_to ON history.{table} (to_seq) WHERE to_seq IS NOT NULL;
"""

HISTORY_TRIGGERS = """
CREATE OR REPLACE FUNCTION history.keep_{table}() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE opened bigint := nullif(current_setting('throughcare.entry', true), '')::bigint;
BEGIN
    IF opened IS NULL OR NOT EXISTS (
        SELECT FROM public.record_entry WHERE seq = opened AND number IS NULL
    ) THEN
        RAISE EXCEPTION 'A write to {table} needs an entry of the record.'
            USING ERRCODE = 'TC001';
    END IF;
    IF TG_OP <> 'INSERT' THEN
        UPDATE history.{table} AS h SET to_seq = opened FROM old_rows AS o
            WHERE h.{key} = o.{key} AND h.to_seq IS NULL;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO history.{table} ({columns}, from_seq) SELECT {columns}, opened FROM new_rows;
    END IF;
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS history_of_insert ON public.{table};
CREATE TRIGGER history_of_insert AFTER INSERT ON public.{table}
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION history.keep_{table}();
DROP TRIGGER IF EXISTS history_of_update ON public.{table};
CREATE TRIGGER history_of_update AFTER UPDATE ON public.{table}
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION history.keep_{table}();
DROP TRIGGER IF EXISTS history_of_delete ON public.{table};
CREATE TRIGGER history_of_delete AFTER DELETE ON public.{table}
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION history.keep_{table}();
DROP TRIGGER IF EXISTS history_of_truncate ON public.{table};
CREATE TRIGGER history_of_truncate BEFORE TRUNCATE ON public.{table}
    FOR EACH STATEMENT EXECUTE FUNCTION public.record_refuses();
DROP TRIGGER IF EXISTS history_is_kept ON history.{table};
CREATE TRIGGER history_is_kept BEFORE DELETE OR TRUNCATE ON history.{table}
    FOR EACH STATEMENT EXECUTE FUNCTION public.record_refuses();
"""

ADOPTION = """
INSERT INTO history.{table} ({columns}, from_seq)
SELECT {columns}, %s FROM public.{table} AS t WHERE NOT EXISTS (
    SELECT FROM history.{table} AS h WHERE h.{key} = t.{key} AND h.to_seq IS NULL
)
"""

# The application reads and writes the present; of the record it may only read.
GRANTS = """
REVOKE ALL ON ALL TABLES IN SCHEMA public, history FROM throughcare_app;
GRANT USAGE ON SCHEMA public, history TO throughcare_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO throughcare_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO throughcare_app;
REVOKE ALL ON SEQUENCE record_entry_seq FROM throughcare_app;
REVOKE INSERT, UPDATE, DELETE ON record_entry, django_migrations FROM throughcare_app;
REVOKE UPDATE, DELETE ON record_link, record_layout, record_stop, record_look FROM throughcare_app;
GRANT SELECT ON ALL TABLES IN SCHEMA history TO throughcare_app;
REVOKE EXECUTE ON FUNCTION record_open, record_close, record_look_months FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION record_clock_is_right FROM PUBLIC;
GRANT EXECUTE ON FUNCTION record_open, record_close, record_look_months TO throughcare_app;
"""

# Owners pass row security, so that histories are kept and verified whole. The job that chains
# entries works as the application and says so; no page does.
ROW_SECURITY = """
ALTER TABLE public.{table} ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS seen ON public.{table};
CREATE POLICY seen ON public.{table} TO throughcare_app
    USING ({condition}) WITH CHECK ({condition});
ALTER TABLE history.{table} ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS seen ON history.{table};
CREATE POLICY seen ON history.{table} FOR SELECT TO throughcare_app
    USING ({condition} OR current_setting('throughcare.chaining', true) = 'on');
"""
