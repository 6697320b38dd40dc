"""The record's own SQL: functions that open and close an entry, and the history of one table.

Everything runs as the owner (SECURITY DEFINER) with a fixed search path and UTC, so that the
application's role can write the record only through here, and never change it.
"""

ORDER_LOCK = 7_305_814
"""Key of the advisory lock under which entries are numbered, one after the other."""

CLOCK_MAY_STEP = "5 minutes"

FUNCTIONS = f"""
CREATE SCHEMA IF NOT EXISTS history;
CREATE SEQUENCE IF NOT EXISTS record_entry_seq;
-- Holds nothing: whoever looks at a past waits here for the entry that is being numbered.
CREATE TABLE IF NOT EXISTS record_order ();

CREATE OR REPLACE FUNCTION record_open(
    act text, by_id uuid, by_name text, by_role text, for_id uuid, for_name text,
    case_id uuid, person_id uuid, reason text, happened_at timestamptz,
    request_id text, device_at timestamptz
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC' AS $$
DECLARE opened bigint;
BEGIN
    IF coalesce(current_setting('throughcare.entry', true), '') <> '' THEN
        RAISE EXCEPTION 'An entry of the record is open already.' USING ERRCODE = 'TC002';
    END IF;
    IF EXISTS (SELECT FROM record_stop WHERE lifted_at IS NULL) THEN
        RAISE EXCEPTION 'Nothing is written until the record is reconciled.'
            USING ERRCODE = 'TC006';
    END IF;
    PERFORM record_clock_is_right();
    opened := nextval('record_entry_seq');
    INSERT INTO record_entry (
        seq, late, loaded, act, by_id, by_name, by_role, for_id, for_name,
        case_id, person_id, reason, happened_at, request_id, device_at
    ) VALUES (
        opened, false, false, act, by_id, by_name, by_role, for_id, for_name,
        case_id, person_id, reason, happened_at, request_id, device_at
    );
    PERFORM set_config('throughcare.entry', opened::text, true);
    RETURN opened;
END $$;

-- A clock may step back a little. Where it stands far before the last entry, one of both is wrong.
CREATE OR REPLACE FUNCTION record_clock_is_right() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE last record_entry%ROWTYPE;
BEGIN
    SELECT * INTO last FROM record_entry WHERE number > 0 ORDER BY number DESC LIMIT 1;
    IF NOT last.loaded AND last.recorded_at > clock_timestamp() + interval '{CLOCK_MAY_STEP}'
        AND NOT EXISTS (SELECT FROM record_stop WHERE until >= last.recorded_at)
    THEN
        RAISE EXCEPTION 'The clock stands before the last entry, at %.', clock_timestamp()
            USING ERRCODE = 'TC007';
    END IF;
END $$;

-- The number is given last: deferred constraints are checked first, because a check that took
-- a row lock after this lock could wait for an entry that waits for us.
CREATE OR REPLACE FUNCTION record_close() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    opened bigint := nullif(current_setting('throughcare.entry', true), '')::bigint;
    last record_entry%ROWTYPE;
BEGIN
    IF opened IS NULL THEN
        RAISE EXCEPTION 'No entry of the record is open.' USING ERRCODE = 'TC001';
    END IF;
    -- From here on it is no longer open; a place of its own stands in for the number.
    UPDATE record_entry SET number = -seq WHERE seq = opened AND number IS NULL;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Entry % is closed already.', opened USING ERRCODE = 'TC003';
    END IF;
    SET CONSTRAINTS ALL IMMEDIATE;
    PERFORM pg_advisory_xact_lock({ORDER_LOCK});
    LOCK TABLE record_order IN ROW EXCLUSIVE MODE;
    SELECT * INTO last FROM record_entry WHERE number > 0 ORDER BY number DESC LIMIT 1;
    UPDATE record_entry SET
        number = coalesce(last.number, 0) + 1,
        recorded_at = greatest(last.recorded_at, clock_timestamp()),
        top = greatest(last.top, opened),
        late = opened < coalesce(last.top, 0)
    WHERE seq = opened;
    PERFORM set_config('throughcare.entry', '', true);
    SET CONSTRAINTS ALL DEFERRED;
    RETURN opened;
END $$;

CREATE OR REPLACE FUNCTION record_entry_is_numbered() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM record_entry WHERE seq = NEW.seq AND number IS NULL) THEN
        RAISE EXCEPTION 'Entry % was left open.', NEW.seq USING ERRCODE = 'TC004';
    END IF;
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS entry_is_numbered ON record_entry;
CREATE CONSTRAINT TRIGGER entry_is_numbered AFTER INSERT ON record_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION record_entry_is_numbered();

CREATE OR REPLACE FUNCTION record_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- The owner alone may erase, and says so first (record/erasing).
    IF current_setting('throughcare.erasing', true) = 'on' THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'The record is only added to: % of % is refused.', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'TC005';
END $$;

DROP TRIGGER IF EXISTS entry_is_kept ON record_entry;
CREATE TRIGGER entry_is_kept BEFORE DELETE OR TRUNCATE ON record_entry
    FOR EACH STATEMENT EXECUTE FUNCTION record_refuses();
DROP TRIGGER IF EXISTS link_is_kept ON record_link;
CREATE TRIGGER link_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON record_link
    FOR EACH STATEMENT EXECUTE FUNCTION record_refuses();
DROP TRIGGER IF EXISTS layout_is_kept ON record_layout;
CREATE TRIGGER layout_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON record_layout
    FOR EACH STATEMENT EXECUTE FUNCTION record_refuses();
"""
