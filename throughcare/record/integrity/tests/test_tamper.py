"""Every attack by a superuser with the triggers off is found, and its place is named."""

import psycopg
import pytest

from throughcare.record.integrity.findings import Finding
from throughcare.record.integrity.tests.attacks import ATTACKS
from throughcare.record.integrity.verifying import verify


def columns_of(connection: psycopg.Connection, table: str) -> list[str]:
    return [
        name
        for (name,) in connection.execute(
            "SELECT attname::text FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0"
            " AND NOT attisdropped ORDER BY attnum",
            [table],
        )
    ]


def found_after(address: str, statements: list[str]) -> list[Finding]:
    """What is found once a superuser, with every trigger off, has run some statements.

    All of it is one transaction that is undone: every attack meets the record as it was.
    """
    with psycopg.connect(address) as connection:
        connection.execute("SET session_replication_role = replica")
        columns = columns_of(connection, "staff_office")
        entry = columns_of(connection, "record_entry")[2:]
        named = {"columns": ", ".join(columns), "rest": ", ".join(columns[2:])}
        for statement in statements:
            connection.execute(statement.format(**named, entry=", ".join(entry)))
        found = verify(connection.cursor()).findings
        connection.rollback()
    return found


def place(finding: Finding) -> tuple:
    return finding.kind.value, finding.number, finding.table, finding.column


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_found_and_named(past, name):
    statements, expected = ATTACKS[name]

    assert expected in [place(each) for each in found_after(past, statements)]


@pytest.mark.parametrize("table", ["history.staff_office", "record_entry"])
def test_every_column_is_held(past, table):
    """Each column changed by itself, and emptied: every one is named."""
    sweeps = {"record_entry": "number = 5", "history.staff_office": "code = 'STANDS'"}
    with psycopg.connect(past) as connection:
        columns = set(columns_of(connection, table)) - {"number", "seq", "from_seq", "to_seq", "id"}
    missed = [
        (column, value)
        for column in sorted(columns)
        for value in other_values(past, table, column, sweeps[table])
        if column not in named_columns(past, table, f"{column} = {value}", sweeps[table])
    ]

    assert len(columns) >= 10
    assert missed == []


def other_values(address: str, table: str, column: str, which: str) -> list[str]:
    """What a column can be changed to: emptied where it is not, and a value of its kind."""
    with psycopg.connect(address) as connection:
        kind, is_null = connection.execute(
            f"SELECT pg_typeof({column})::text, {column} IS NULL FROM {table} WHERE {which}"
        ).fetchone()
    other = {
        "boolean": f"NOT coalesce({column}, false)",
        "bigint": f"coalesce({column}, 0) + 7",
        "smallint": f"coalesce({column}, 0) + 7",
        "uuid": "gen_random_uuid()",
        "timestamp with time zone": f"coalesce({column}, now()) - interval '1 microsecond'",
        "time without time zone": f"coalesce({column}, '10:00') + interval '1 microsecond'",
    }.get(kind, f"coalesce({column}, '') || '!'")
    return [other] if is_null or table == "record_entry" else [other, "NULL"]


def named_columns(address: str, table: str, change: str, which: str) -> set[str]:
    found = found_after(address, [f"UPDATE {table} SET {change} WHERE {which}"])
    return {each.column for each in found if each.kind == "ALTERED"}


def test_how_many_attacks_are_found(past, capsys):
    found = [name for name, (statements, _) in ATTACKS.items() if found_after(past, statements)]

    with capsys.disabled():
        print(f"\nattacks found: {len(found)} of {len(ATTACKS)}")
    assert found == list(ATTACKS)
