"""An open file is never without a holder, and a closed one has none; numbers of files.

Kept by the database, so that a write past the commands cannot break it either. The check is
deferred: within one act the old holder ends and the new one begins.
"""

from django.db import migrations

HOLDER = """
CREATE FUNCTION cases_holder_is_whole(checked uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    file cases_case%ROWTYPE;
    standing integer;
    parted boolean;
    first_at timestamptz;
BEGIN
    SELECT * INTO file FROM cases_case WHERE id = checked;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    SELECT count(*) FILTER (WHERE ends_at IS NULL), min(starts_at)
        INTO standing, first_at FROM cases_assignment WHERE case_id = checked;
    IF file.closed_on IS NULL AND standing <> 1 THEN
        RAISE EXCEPTION 'File % is open and has no holder.', file.number
            USING ERRCODE = 'TC101', CONSTRAINT = 'open_case_has_a_holder';
    END IF;
    IF file.closed_on IS NOT NULL AND standing <> 0 THEN
        RAISE EXCEPTION 'File % is closed and still has a holder.', file.number
            USING ERRCODE = 'TC102', CONSTRAINT = 'closed_case_has_no_holder';
    END IF;
    SELECT bool_or(next_at IS NOT NULL AND ends_at IS DISTINCT FROM next_at) INTO parted FROM (
        SELECT ends_at, lead(starts_at) OVER (ORDER BY starts_at) AS next_at
        FROM cases_assignment WHERE case_id = checked
    ) AS held;
    -- The opening day ends last where the clock is furthest behind: no office is further west.
    IF parted OR first_at IS NULL
        OR first_at >= (file.opened_on + 1)::timestamp AT TIME ZONE 'Etc/GMT+8'
    THEN
        RAISE EXCEPTION 'File % would be without a holder for a time.', file.number
            USING ERRCODE = 'TC103', CONSTRAINT = 'case_has_a_holder_at_every_instant';
    END IF;
END $$;

CREATE FUNCTION cases_check_of_case() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM cases_holder_is_whole(NEW.id);
    RETURN NULL;
END $$;

CREATE FUNCTION cases_check_of_assignment() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM cases_holder_is_whole(OLD.case_id);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM cases_holder_is_whole(NEW.case_id);
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER case_always_has_a_holder
    AFTER INSERT OR UPDATE ON cases_case
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cases_check_of_case();
CREATE CONSTRAINT TRIGGER assignment_leaves_no_gap
    AFTER INSERT OR UPDATE OR DELETE ON cases_assignment
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cases_check_of_assignment();
"""
NO_HOLDER = """
DROP TRIGGER case_always_has_a_holder ON cases_case;
DROP TRIGGER assignment_leaves_no_gap ON cases_assignment;
DROP FUNCTION cases_check_of_case, cases_check_of_assignment, cases_holder_is_whole;
"""

# A loaded past brings its own numbers, so the sequence steps over what is taken already.
NUMBERS = """
CREATE SEQUENCE cases_number_seq;
CREATE FUNCTION cases_number(opened_on date, place bigint) RETURNS text LANGUAGE sql IMMUTABLE
RETURN 'C-' || extract(year FROM opened_on) || '-'
    || lpad(place::text, greatest(5, length(place::text)), '0');
CREATE FUNCTION cases_take_number(opened_on date) RETURNS text LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    taken text := cases_number(opened_on, nextval('cases_number_seq'));
BEGIN
    IF EXISTS (SELECT FROM cases_case WHERE number = taken) THEN
        PERFORM pg_advisory_xact_lock(hashtext('cases_number_seq'));
        PERFORM setval('cases_number_seq', greatest(
            (SELECT last_value FROM cases_number_seq),
            (SELECT max(split_part(number, '-', 3)::bigint) FROM cases_case)
        ));
        taken := cases_number(opened_on, nextval('cases_number_seq'));
    END IF;
    RETURN taken;
END $$;
"""
NO_NUMBERS = "DROP FUNCTION cases_take_number, cases_number; DROP SEQUENCE cases_number_seq;"


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_first")]

    operations = [
        migrations.RunSQL(HOLDER, NO_HOLDER),
        migrations.RunSQL(NUMBERS, NO_NUMBERS),
    ]
