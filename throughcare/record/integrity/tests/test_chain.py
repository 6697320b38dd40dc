"""Entries are chained in order, by the application's role, and verify as they were written."""

import psycopg
import pytest

from throughcare.record.integrity import layouts
from throughcare.record.integrity.chain import NumbersMissing, chain
from throughcare.record.integrity.tests.past import (
    CASE,
    OTHER_CASE,
    an_entry,
    an_office,
    chained,
    lived,
    verified,
)
from throughcare.record.integrity.verifying import verify_case


def rows(address: str, sql: str, values: list | None = None) -> list[tuple]:
    with psycopg.connect(address, autocommit=True) as connection:
        return connection.execute(sql, values).fetchall()


def test_each_entry_gets_one_link(own_database):
    lived(own_database.app)

    assert chained(own_database.app) == 10
    assert rows(own_database.app, "SELECT array_agg(number ORDER BY number) FROM record_link") == [
        (list(range(1, 11)),)
    ]


def test_what_was_written_verifies(past):
    found = verified(past)

    assert found.findings == []
    assert (found.entries, found.versions, found.not_chained) == (10, 15, 0)


def test_the_record_is_chained_once(own_database):
    lived(own_database.app)
    chained(own_database.app)

    assert chained(own_database.app) == 0


def test_an_empty_record_is_whole(own_database):
    assert chained(own_database.app) == 0
    assert verified(own_database.owner).findings == []


def test_a_few_at_a_time_come_to_the_same(own_database):
    lived(own_database.app)
    with psycopg.connect(own_database.app) as connection:
        counts = [chain(connection.cursor(), most=4) for _ in range(4)]

    assert counts == [4, 4, 2, 0]
    assert verified(own_database.owner).findings == []


def test_what_is_newer_than_the_chain_is_counted(own_database):
    lived(own_database.app)
    chained(own_database.app)
    with psycopg.connect(own_database.app, autocommit=True) as connection, an_entry(connection):
        an_office(connection, "NEW")

    found = verified(own_database.owner)

    assert (found.entries, found.not_chained, found.findings) == (11, 1, [])


def test_somebody_else_at_work_is_left_alone(own_database):
    lived(own_database.app)
    with (
        psycopg.connect(own_database.app) as one,
        psycopg.connect(own_database.app) as other,
    ):
        assert chain(one.cursor(), most=3) == 3
        assert chain(other.cursor()) == 0


def test_nothing_is_chained_over_a_hole(own_database):
    lived(own_database.app)
    with psycopg.connect(own_database.owner) as connection:
        connection.execute("ALTER TABLE record_entry DISABLE TRIGGER entry_is_kept")
        connection.execute("DELETE FROM record_entry WHERE number = 3")

    with pytest.raises(NumbersMissing, match="record verify"):
        chained(own_database.app)


@pytest.mark.parametrize("table", ["record_link", "record_layout"])
@pytest.mark.parametrize(
    ("right", "has"),
    [("SELECT", True), ("INSERT", True), ("UPDATE", False), ("DELETE", False), ("TRUNCATE", False)],
)
def test_the_application_only_adds_to_the_chain(past, table, right, has):
    asked = "SELECT has_table_privilege('throughcare_app', %s, %s)"

    assert rows(past, asked, [table, right]) == [(has,)]


@pytest.mark.parametrize("table", ["record_link", "record_layout"])
def test_even_the_owner_changes_no_link_by_accident(own_database, table):
    with (
        psycopg.connect(own_database.owner) as connection,
        pytest.raises(psycopg.Error, match="only added to"),
    ):
        connection.execute(f"DELETE FROM {table}")


def test_the_same_act_twice_has_two_hashes_and_two_salts(past):
    links = rows(past, "SELECT hash, salts, leaves FROM record_link")

    assert len({bytes(hash_) for hash_, _, _ in links}) == 10
    assert len({bytes(salts) for _, salts, _ in links}) == 10
    assert all(len(salts) * 2 == len(leaves) for _, salts, leaves in links)


def test_an_entry_says_what_it_made_and_ended(past):
    ((made, ended),) = rows(past, "SELECT made, ended FROM record_link WHERE number = 6")

    assert bytes(made) == b""
    assert bytes(ended).startswith(b"staff_office\t")
    assert bytes(ended).endswith(b"\t5\n")


def test_each_table_of_the_record_has_a_layout(past):
    with psycopg.connect(past) as connection:
        known = layouts.known(connection.cursor())

    standing = known.at(1)
    assert standing.keys() == {"record_entry", *layouts.keys_of_tables()}
    assert standing["staff_office"].key == "id"
    assert list(standing["staff_office"].columns) == sorted(standing["staff_office"].columns)
    assert standing["staff_office"].head.startswith(b"staff_office(address,")


@pytest.mark.parametrize(("case", "entries", "versions"), [(CASE, 5, 8), (OTHER_CASE, 2, 1)])
def test_one_case_verifies_by_itself(past, case, entries, versions):
    with psycopg.connect(past) as connection:
        found = verify_case(connection.cursor(), str(case))

    assert (found.entries, found.versions, found.findings) == (entries, versions, [])


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("history.staff_office SET name = 'x' WHERE name = 'Chelmsford'", "name"),
        ("staff_office SET city = 'x' WHERE code = 'STANDS'", "city"),
        ("record_entry SET reason = 'x' WHERE number = 3", "reason"),
        ("record_link SET hash = sha256('') WHERE number = 3", ""),
    ],
)
def test_a_change_in_one_case_is_named(past, change, named):
    with psycopg.connect(past) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute(f"UPDATE {change}")
        found = verify_case(connection.cursor(), str(CASE)).findings
        connection.rollback()

    assert named in {each.column for each in found}


def test_a_case_without_entries_is_whole(past):
    with psycopg.connect(past) as connection:
        found = verify_case(connection.cursor(), "00000000-0000-0000-0000-0000000000ff")

    assert (found.entries, found.findings) == (0, [])
