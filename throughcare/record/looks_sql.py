"""The SQL of the log of who looked: its months, and what the application's role may do with it."""

TABLE = """
CREATE TABLE record_look (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    at timestamptz NOT NULL,
    by_id uuid NOT NULL,
    by_name varchar(200) NOT NULL,
    by_role varchar(40) NOT NULL,
    page varchar(80) NOT NULL,
    method varchar(10) NOT NULL,
    use varchar(10) NOT NULL,
    data_class varchar(10) NOT NULL,
    case_id uuid,
    person_id uuid,
    people uuid[] NOT NULL,
    words varchar(200) NOT NULL,
    reason text NOT NULL,
    known_at timestamptz,
    request_id varchar(64) NOT NULL,
    PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE INDEX look_at_person ON record_look (person_id, at);
CREATE INDEX look_at_people ON record_look USING gin (people);
CREATE INDEX look_by ON record_look (by_id, at);
CREATE INDEX look_at ON record_look (at);
-- Months stand in a schema of their own, which the application's role cannot enter.
CREATE SCHEMA looked;
CREATE TABLE looked.rest PARTITION OF record_look DEFAULT;
"""

# A month that rows of the default partition belong to is left there.
MONTHS = """
CREATE OR REPLACE FUNCTION record_look_months() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC' AS $$
DECLARE first timestamptz; month text;
BEGIN
    FOR ahead IN 0..3 LOOP
        first := date_trunc('month', now()) + make_interval(months => ahead);
        month := 'month_' || to_char(first, 'YYYY_MM');
        IF to_regclass('looked.' || month) IS NULL AND NOT EXISTS (
            SELECT FROM looked.rest WHERE at >= first AND at < first + interval '1 month'
        ) THEN
            EXECUTE format(
                'CREATE TABLE looked.%I PARTITION OF record_look FOR VALUES FROM (%L) TO (%L)',
                month, first, first + interval '1 month'
            );
        END IF;
    END LOOP;
END $$;
SELECT record_look_months();
"""

# Without a viewer nothing is seen; a look at a victim's data only by who looked.
POLICIES = """
ALTER TABLE record_look ENABLE ROW LEVEL SECURITY;
CREATE POLICY look_is_written_by_who_looks ON record_look FOR INSERT TO throughcare_app
    WITH CHECK (by_id = nullif(current_setting('throughcare.viewer', true), '')::uuid);
CREATE POLICY look_is_read_by_a_viewer ON record_look FOR SELECT TO throughcare_app USING (
    (SELECT nullif(current_setting('throughcare.viewer', true), '')) IS NOT NULL
    AND (data_class <> 'victim'
        OR by_id = (SELECT nullif(current_setting('throughcare.viewer', true), '')::uuid))
);
"""

GONE = """
DROP TABLE record_look;
DROP SCHEMA looked CASCADE;
DROP FUNCTION record_look_months();
"""
