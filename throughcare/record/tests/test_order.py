"""Entries that overlap are numbered in the order in which they close, and the late ones say so."""

from collections.abc import Iterator
from uuid import uuid4

import psycopg
import pytest

OPEN = "SELECT record_open(%s, NULL, 'x', 'x', NULL, '', NULL, NULL, '', NULL, '', NULL)"
INSERT = (
    "INSERT INTO staff_office (id, code, name, name_fr, address, city, postal_code, phone, zone)"
    " VALUES (%s, %s, '', '', '', '', '', '', '')"
)


class Session:
    """One connection of the application, whose entry opens and closes when the test says."""

    def __init__(self, address: str) -> None:
        self.connection = psycopg.connect(address)
        self.run("SET lock_timeout = '200ms'")
        self.connection.commit()

    def run(self, sql: str, values: list | None = None) -> list[tuple]:
        cursor = self.connection.execute(sql, values)
        return cursor.fetchall() if cursor.description else []

    def open(self, act: str = "x.y") -> int:
        return self.run(OPEN, [act])[0][0]

    def close(self) -> int:
        seq = self.run("SELECT record_close()")[0][0]
        self.connection.commit()
        return seq


@pytest.fixture
def sessions(own_database) -> Iterator[list[Session]]:
    opened = [Session(own_database.app) for _ in range(3)]
    yield opened
    for session in opened:
        session.connection.close()


def numbered(session: Session) -> list[tuple]:
    return session.run("SELECT number, seq, top, late FROM record_entry ORDER BY number")


def test_the_first_to_close_is_the_first_to_be_known(sessions):
    slow, quick, reader = sessions
    slow.open()
    quick.open()
    quick.close()
    slow.close()

    assert numbered(reader) == [(1, 2, 2, False), (2, 1, 2, True)]


def test_an_entry_that_overlapped_nothing_is_not_late(sessions):
    one, other, reader = sessions
    for session in (one, other, one):
        session.open()
        session.close()

    assert numbered(reader) == [(1, 1, 1, False), (2, 2, 2, False), (3, 3, 3, False)]


def test_an_undone_entry_leaves_a_hole_in_the_sequence_and_none_in_the_numbers(sessions):
    one, other, reader = sessions
    one.open()
    one.connection.rollback()
    other.open()
    other.close()

    assert numbered(reader) == [(1, 2, 2, False)]


def test_nobody_sees_an_entry_before_it_is_numbered(sessions):
    writer, reader, _ = sessions
    writer.open()
    writer.run(INSERT, [uuid4(), "SUD"])

    assert reader.run("SELECT count(*) FROM record_entry") == [(0,)]
    assert reader.run("SELECT count(*) FROM history.staff_office") == [(0,)]


def test_a_second_entry_waits_only_for_the_number(sessions):
    one, other, _ = sessions
    one.open()
    one.run(INSERT, [uuid4(), "ONE"])
    one.run("SELECT record_close()")
    other.open()
    other.run(INSERT, [uuid4(), "TWO"])

    with pytest.raises(psycopg.errors.LockNotAvailable):
        other.run("SELECT record_close()")

    other.connection.rollback()
    one.connection.commit()


def test_two_acts_in_one_transaction_are_two_entries(sessions):
    one, reader, _ = sessions
    one.open("a.b")
    one.run("SELECT record_close()")
    one.open("c.d")
    one.close()

    assert reader.run("SELECT number, act FROM record_entry ORDER BY number") == [
        (1, "a.b"),
        (2, "c.d"),
    ]


def test_an_entry_inside_an_entry_is_refused_by_the_database(sessions):
    one = sessions[0]
    one.open()

    with pytest.raises(psycopg.Error, match="open already"):
        one.open()


def test_closing_without_an_entry_is_refused(sessions):
    with pytest.raises(psycopg.Error, match="No entry"):
        sessions[0].run("SELECT record_close()")


def test_an_entry_left_open_undoes_its_transaction(sessions):
    one, reader, _ = sessions
    one.open()
    one.run(INSERT, [uuid4(), "SUD"])

    with pytest.raises(psycopg.Error, match="was left open"):
        one.connection.commit()

    assert reader.run("SELECT count(*) FROM staff_office") == [(0,)]


def test_claiming_an_entry_of_someone_else_is_refused(sessions):
    one, thief, _ = sessions
    seq = one.open()
    thief.run("SELECT set_config('throughcare.entry', %s, true)", [str(seq)])

    with pytest.raises(psycopg.Error, match="needs an entry"):
        thief.run(INSERT, [uuid4(), "SUD"])

    thief.connection.rollback()
    one.close()


@pytest.mark.parametrize("invented", ["0", "-1", "999999"])
def test_an_invented_entry_is_refused(sessions, invented):
    thief = sessions[0]
    thief.run("SELECT set_config('throughcare.entry', %s, true)", [invented])

    with pytest.raises(psycopg.Error, match="needs an entry"):
        thief.run(INSERT, [uuid4(), "SUD"])


@pytest.mark.parametrize("invented", ["one", "1.5", "1; DROP TABLE staff_office"])
def test_a_nonsense_entry_is_refused(sessions, invented):
    thief = sessions[0]
    thief.run("SELECT set_config('throughcare.entry', %s, true)", [invented])

    with pytest.raises(psycopg.Error, match="invalid input syntax"):
        thief.run(INSERT, [uuid4(), "SUD"])


@pytest.mark.parametrize("name", ["throughcare.closing", "throughcare.number"])
def test_no_setting_lets_an_open_entry_through(sessions, name):
    thief = sessions[0]
    thief.open()
    thief.run(INSERT, [uuid4(), "SUD"])
    thief.run("SELECT set_config(%s, 'yes', true)", [name])

    with pytest.raises(psycopg.Error, match="was left open"):
        thief.connection.commit()


def test_an_entry_is_closed_once(sessions):
    one = sessions[0]
    seq = one.open()
    one.run("SELECT record_close()")
    one.run("SELECT set_config('throughcare.entry', %s, true)", [str(seq)])

    with pytest.raises(psycopg.Error, match="closed already"):
        one.run("SELECT record_close()")


def test_bulk_copy_is_kept_as_any_other_write(sessions):
    one, reader, _ = sessions
    seq = one.open()
    columns = "id, code, name, name_fr, address, city, postal_code, phone, zone"
    with one.connection.cursor().copy(f"COPY staff_office ({columns}) FROM STDIN") as copy:
        for number in range(1000):
            copy.write_row((uuid4(), f"C{number}", "", "", "", "", "", "", ""))
    one.close()

    assert reader.run("SELECT count(*), min(from_seq), max(to_seq) FROM history.staff_office") == [
        (1000, seq, None)
    ]
