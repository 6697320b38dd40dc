"""An entry is the only way to write, and nothing is written after it."""

import pytest
from django.db import DatabaseError, connection, transaction

from throughcare.record.entries import System, current_entry, entry
from throughcare.record.models import Entry
from throughcare.staff.models import Office

pytestmark = pytest.mark.django_db


def an_office(code: str = "SUD") -> Office:
    return Office.objects.create(
        code=code, name="Sudbury", name_fr="Sudbury", address="1 Elm", city="Sudbury"
    )


def history() -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT code, name, from_seq, to_seq FROM history.staff_office ORDER BY 3")
        return cursor.fetchall()


def test_a_write_without_an_entry_is_refused():
    with pytest.raises(DatabaseError, match="needs an entry"), transaction.atomic():
        an_office()

    assert not Office.objects.exists()


def test_an_entry_is_numbered_when_it_closes():
    with entry("office.opened", by=System(), reason="new") as opened:
        an_office()
        assert Entry.objects.get(seq=opened.seq).number is None

    kept = Entry.objects.get(seq=opened.seq)
    assert (kept.act, kept.by_name, kept.reason, kept.late) == (
        "office.opened",
        "Throughcare",
        "new",
        False,
    )
    assert kept.number == Entry.objects.count()
    assert kept.top >= kept.seq
    assert kept.recorded_at is not None


def test_a_command_inside_joins():
    with entry("office.opened", by=System()) as outer:
        with entry("office.renamed", by=System()) as inner:
            an_office()

        assert inner is outer
        assert current_entry() is outer

    assert current_entry() is None
    assert Entry.objects.get(seq=outer.seq).act == "office.opened"


def test_nothing_is_written_after_the_entry():
    with entry("office.opened", by=System()):
        office = an_office()

    with pytest.raises(DatabaseError, match="needs an entry"), transaction.atomic():
        office.delete()


def test_history_keeps_each_version():
    with entry("office.opened", by=System()) as first:
        an_office()
    with entry("office.renamed", by=System()) as second:
        Office.objects.update(name="Greater Sudbury")
    with entry("office.closed", by=System()) as third:
        Office.objects.all().delete()

    assert history() == [
        ("SUD", "Sudbury", first.seq, second.seq),
        ("SUD", "Greater Sudbury", second.seq, third.seq),
    ]


def test_an_error_leaves_no_entry_and_no_row():
    with pytest.raises(ZeroDivisionError), entry("office.opened", by=System()):
        an_office()
        raise ZeroDivisionError

    assert not Entry.objects.exists()
    assert history() == []
    assert current_entry() is None


def test_a_broken_constraint_stops_the_entry_at_its_end():
    with pytest.raises(DatabaseError), entry("office.opened", by=System()):
        an_office()
        an_office()

    assert not Office.objects.exists()


def test_a_rolled_back_savepoint_takes_its_versions_with_it():
    with entry("office.opened", by=System()) as opened:
        an_office("A")
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            an_office("B")
            raise ZeroDivisionError

    assert history() == [("A", "Sudbury", opened.seq, None)]


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE history.staff_office SET name = 'x'",
        "DELETE FROM history.staff_office",
        "INSERT INTO history.staff_office (code) VALUES ('x')",
        "TRUNCATE history.staff_office",
        "UPDATE record_entry SET by_name = 'x'",
        "DELETE FROM record_entry",
        "INSERT INTO record_entry (seq) VALUES (99)",
        "TRUNCATE staff_office",
        "ALTER TABLE staff_office DISABLE TRIGGER USER",
        "SELECT set_config('session_replication_role', 'replica', true)",
        "DROP TRIGGER history_of_update ON staff_office",
        "CREATE OR REPLACE FUNCTION record_close() RETURNS bigint LANGUAGE sql AS 'SELECT 1'",
        "SELECT nextval('record_entry_seq')",
        "SET ROLE throughcare_owner",
    ],
)
def test_the_application_cannot_change_the_record(attack):
    with entry("office.opened", by=System()) as opened:
        an_office()

    with (
        pytest.raises(DatabaseError, match=r"permission denied|must be owner"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(attack)

    assert history() == [("SUD", "Sudbury", opened.seq, None)]


def test_an_entry_cannot_be_reopened_by_hand():
    with entry("office.opened", by=System()) as opened:
        an_office()

    with (
        pytest.raises(DatabaseError, match="needs an entry"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT set_config('throughcare.entry', %s, true)", [str(opened.seq)])
        cursor.execute("UPDATE staff_office SET name = 'x'")


def test_an_entry_left_open_cannot_be_committed():
    with (
        pytest.raises(DatabaseError, match="was left open"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "SELECT record_open('x', NULL, 'x', 'x', NULL, '', NULL, NULL, '', NULL, '', NULL)"
        )
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
