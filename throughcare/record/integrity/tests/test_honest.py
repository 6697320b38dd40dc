"""Nothing is found where nothing was changed: another session, a copy, a migration, a load."""

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from django.db import connections
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from throughcare.record.entries import System
from throughcare.record.installation import install
from throughcare.record.integrity.chain import chain
from throughcare.record.integrity.tests.past import an_entry, an_office, chained, lived, verified
from throughcare.record.integrity.verifying import verify
from throughcare.record.loading import Loader
from throughcare.site.server.binaries import find
from throughcare.staff.models import Office


@pytest.mark.parametrize(
    "setting",
    [
        "timezone = 'America/Toronto'",
        "datestyle = 'SQL, DMY'",
        "intervalstyle = 'iso_8601'",
        "extra_float_digits = -5",
        "bytea_output = 'escape'",
        "client_encoding = 'LATIN1'",
        "search_path = 'pg_catalog'",
        "lc_time = 'C'",
    ],
)
def test_the_settings_of_a_session_change_no_hash(past, setting):
    with psycopg.connect(past) as connection:
        connection.execute(f"SET {setting}")

        assert verify(connection.cursor()).findings == []


def programs():
    """Return the programs of the server that the tests run on: another version's differ."""
    chosen = os.environ.get("THROUGHCARE_TEST_PG_BIN")
    return find(Path(chosen) if chosen else None)


def test_a_copy_from_a_dump_is_whole_and_goes_on(past, server_for_tests):
    restored = f"{conninfo_to_dict(past)['dbname']}_restored"
    with psycopg.connect(server_for_tests, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE IF EXISTS {restored} WITH (FORCE)")
        admin.execute(f"CREATE DATABASE {restored}")
        address = make_conninfo(server_for_tests, dbname=restored)
        dumped = subprocess.run(
            [programs().path("pg_dump"), "-Fc", past],
            check=True,
            capture_output=True,
        ).stdout
        subprocess.run(
            [programs().path("pg_restore"), "-d", address],
            input=dumped,
            check=True,
            timeout=60,
        )
        again = verified(address)
        with psycopg.connect(address, autocommit=True) as connection, an_entry(connection):
            an_office(connection, "AFTER")
        added = chained(address)
        later = verified(address)
        admin.execute(f"DROP DATABASE {restored} WITH (FORCE)")

    assert (again.entries, again.versions, again.findings) == (10, 15, [])
    assert (added, later.entries, later.findings) == (1, 11, [])


def test_rewritten_tables_are_whole(past):
    with psycopg.connect(past, autocommit=True) as connection:
        connection.execute("VACUUM FULL history.staff_office")
        connection.execute("VACUUM FULL record_link")
        connection.execute("REINDEX TABLE record_entry")

    assert verified(past).findings == []


@pytest.mark.django_db(databases=["default", "owner"])
def test_a_new_column_begins_a_new_layout_and_changes_no_hash():
    with connections["owner"].cursor() as cursor:
        lived_here(cursor, "BEFORE")
        chain(cursor)
        cursor.execute("ALTER TABLE staff_office ADD COLUMN motto text DEFAULT 'Begin'")
        install()
        lived_here(cursor, "AFTER")
        chain(cursor)
        found = verify(cursor)
        cursor.execute("UPDATE history.staff_office SET motto = 'x' WHERE code = 'AFTER'")
        changed = verify(cursor).findings

    assert (found.entries, found.findings) == (2, [])
    assert {(each.kind, each.number, each.column) for each in changed} == {
        ("ALTERED", 2, "motto"),
        ("PRESENT_DIFFERS", 2, "motto"),
    }


def lived_here(cursor, code: str) -> None:
    cursor.execute(
        "SELECT record_open('x.y', NULL, 'x', 'x', NULL, '', NULL, NULL, '', NULL, '', NULL)"
    )
    cursor.execute(
        "INSERT INTO staff_office (id, code, name, name_fr, address, city, postal_code, phone,"
        " zone) VALUES (gen_random_uuid(), %s, '', '', '', '', '', '', '')",
        [code],
    )
    cursor.execute("SELECT record_close()")


@pytest.mark.django_db(databases=["default", "owner"])
def test_a_loaded_past_is_chained_like_any_other():
    loader = Loader()
    first = loader.entry(
        "office.opened", by=System(), recorded_at=datetime(2024, 2, 29, tzinfo=UTC)
    )
    office = first.add(Office(code="SUD", name="Sudbury", name_fr="Grand Sudbury"))
    loader.entry(
        "office.renamed", by=System(), recorded_at=datetime(2025, 3, 1, tzinfo=UTC)
    ).change(office, name="Val Caron")
    loader.write()

    with connections["owner"].cursor() as cursor:
        assert chain(cursor) == 2
        found = verify(cursor)

    assert (found.entries, found.versions, found.findings) == (2, 2, [])


def test_a_record_lived_and_chained_many_times_is_whole(own_database, capsys):
    for turn in range(20):
        lived(own_database.app, f"{turn}-")
        chained(own_database.app)

    found = verified(own_database.owner)

    with capsys.disabled():
        print(f"\nhonest entries: {found.entries}, false alarms: {len(found.findings)}")
    assert (found.entries, found.findings) == (200, [])
