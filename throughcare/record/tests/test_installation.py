"""Histories follow their tables: made, repaired, widened, and never losing what they hold."""

import pytest
from django.db import connections

from throughcare.record.installation import install, missing_histories
from throughcare.record.registry import (
    columns_of,
    not_recorded,
    reason_without_history,
    recorded_models,
)
from throughcare.staff.models import Office, StaffMember

pytestmark = pytest.mark.django_db(databases=["default", "owner"])
OFFICE = (
    "INSERT INTO staff_office (id, code, name, name_fr, address, city, postal_code, phone, zone)"
    " VALUES (gen_random_uuid(), 'SUD', 'Sudbury', '', '', '', '', '', '')"
)


def owner(sql: str) -> list[tuple]:
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall() if cursor.description else []


def open_entry() -> int:
    return owner(
        "SELECT record_open('x.y', NULL, 'x', 'x', NULL, '', NULL, NULL, '', NULL, '', NULL)"
    )[0][0]


def close_entry() -> None:
    owner("SELECT record_close()")


def history_columns() -> list[str]:
    return [
        name
        for (name,) in owner(
            "SELECT attname::text FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped"
            " AND attrelid = 'history.staff_office'::regclass ORDER BY attnum"
        )
    ]


def test_a_new_installation_is_whole():
    assert missing_histories() == []
    assert history_columns() == [*columns_of(Office), "from_seq", "to_seq"]


def test_history_columns_take_anything():
    assert (
        owner(
            "SELECT attname FROM pg_attribute WHERE attnum > 0 AND attnotnull"
            " AND attrelid = 'history.staff_office'::regclass"
        )
        == []
    )
    assert owner(
        "SELECT 1 FROM pg_constraint WHERE conrelid = 'history.staff_office'::regclass"
    ) == ([])


def test_installing_again_changes_nothing():
    open_entry()
    owner(OFFICE)
    close_entry()
    before = owner("SELECT * FROM history.staff_office")

    install()

    assert owner("SELECT * FROM history.staff_office") == before
    assert owner("SELECT count(*) FROM record_entry") == [(1,)]
    assert missing_histories("owner") == []


@pytest.mark.parametrize(
    "damage",
    [
        "DROP TRIGGER history_of_update ON staff_office",
        "DROP TRIGGER history_of_truncate ON staff_office",
        "ALTER TABLE staff_office DISABLE TRIGGER history_of_delete",
        "ALTER TABLE history.staff_office DROP COLUMN phone CASCADE",
        "ALTER TABLE staff_office ADD COLUMN motto text",
        "DROP TABLE history.staff_office CASCADE",
        "DROP VIEW asof.staff_office",
    ],
)
def test_damage_is_noticed_and_mended(damage):
    owner(damage)
    assert missing_histories("owner") == ["staff_office"]

    if "DISABLE" in damage:  # a disabled trigger is replaced by a working one
        owner("ALTER TABLE staff_office ENABLE TRIGGER history_of_delete")
    install()

    assert missing_histories("owner") == []


def test_a_new_column_is_filled_in_the_versions_that_stand():
    open_entry()
    owner(OFFICE)
    owner("UPDATE staff_office SET name = 'Val Caron'")
    close_entry()
    open_entry()
    owner("UPDATE staff_office SET name = 'Chelmsford'")
    close_entry()

    owner("ALTER TABLE staff_office ADD COLUMN motto text DEFAULT 'Begin'")
    install()

    assert owner("SELECT name, motto FROM history.staff_office ORDER BY to_seq NULLS LAST") == [
        ("Sudbury", None),
        ("Val Caron", None),
        ("Chelmsford", "Begin"),
    ]


def test_a_lost_column_stays_in_the_history():
    open_entry()
    owner(OFFICE)
    close_entry()

    owner("ALTER TABLE staff_office DROP COLUMN closes_at")
    install()
    open_entry()
    owner("UPDATE staff_office SET name = 'Val Caron'")
    close_entry()

    assert "closes_at" in history_columns()
    assert owner("SELECT name FROM history.staff_office WHERE to_seq IS NULL") == [("Val Caron",)]


def test_a_column_that_grew_grows_in_the_history():
    owner("ALTER TABLE staff_office ALTER COLUMN code TYPE varchar(40)")
    assert missing_histories("owner") == ["staff_office"]

    install()

    assert missing_histories("owner") == []


def test_rows_written_before_the_triggers_are_adopted_under_an_entry_that_says_so():
    owner("ALTER TABLE staff_office DISABLE TRIGGER USER")
    owner(OFFICE)
    owner("ALTER TABLE staff_office ENABLE TRIGGER USER")

    install()
    install()

    assert owner("SELECT act, by_name, reason FROM record_entry") == [
        ("record.adopted", "Throughcare", "rows of staff_office written by a migration")
    ]
    assert owner(
        "SELECT h.code, e.act FROM history.staff_office h JOIN record_entry e ON seq = from_seq"
    ) == [("SUD", "record.adopted")]


@pytest.mark.parametrize("table", ["record_entry", "history.staff_office"])
@pytest.mark.parametrize("right", ["INSERT", "UPDATE", "DELETE", "TRUNCATE", "TRIGGER"])
def test_the_application_has_no_right_over_the_record(table, right):
    assert owner(f"SELECT has_table_privilege('throughcare_app', '{table}', '{right}')") == [
        (False,)
    ]


def test_the_application_reads_the_record_and_writes_the_present():
    assert owner(
        "SELECT has_table_privilege('throughcare_app', 'record_entry', 'SELECT'),"
        " has_table_privilege('throughcare_app', 'history.staff_office', 'SELECT'),"
        " has_table_privilege('throughcare_app', 'staff_office', 'SELECT, INSERT, UPDATE, DELETE'),"
        " has_table_privilege('throughcare_app', 'django_migrations', 'INSERT')"
    ) == [(True, True, True, False)]


@pytest.mark.parametrize(
    "function", ["record_close()", "history.keep_staff_office()", "record_entry_is_numbered()"]
)
def test_the_records_functions_run_as_the_owner_on_a_fixed_path(function):
    ((as_owner, settings),) = owner(
        f"SELECT prosecdef, proconfig FROM pg_proc WHERE oid = '{function}'::regprocedure"
    )

    assert as_owner
    assert any(each.startswith("search_path=pg_catalog") for each in settings)


def test_even_the_owner_deletes_nothing_from_the_record_by_accident():
    with pytest.raises(Exception, match="only added to"):
        owner("DELETE FROM record_entry")


def test_tables_without_history_say_why():
    assert StaffMember not in recorded_models()
    assert "password" in (reason_without_history(StaffMember) or "")
    assert reason_without_history(Office) is None


def test_recorded_models_come_in_the_order_of_their_tables():
    tables = [model._meta.db_table for model in recorded_models()]

    assert tables == sorted(tables)
    assert "staff_office" in tables


def test_declaring_returns_the_model_itself():
    assert not_recorded("It is an account.")(StaffMember) is StaffMember
