"""What is read in large pieces is, byte for byte, what the reference says is hashed."""

import gc
from contextlib import suppress
from functools import partial

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughcare.record.integrity import chain, layouts, reading, verifying
from throughcare.record.integrity.chain import linked
from throughcare.record.integrity.hashing import parts
from throughcare.record.integrity.layouts import Layout
from throughcare.record.integrity.reading import (
    Kept,
    Read,
    add_rows,
    entries_where,
    uncollected,
)
from throughcare.record.integrity.tests.past import chained, lived, verified
from throughcare.record.integrity.verifying import entry_findings
from throughcare.record.verifier.verify_record import hash_of, line_of

BEFORE = b"x" * 32
KEPT = ("hash", "salts", "leaves", "tags", "made", "ended")
TYPES = {
    "small": ("smallint", "-32768", "0"),
    "large": ("bigint", "9223372036854775807", "-1"),
    "exact": ("numeric", "1.00", "0.1", "NaN", "-0"),
    "real": ("float8", "0.30000000000000004", "1e-320", "-0", "Infinity"),
    "truth": ("boolean", "t", "f"),
    "day": ("date", "2026-03-08", "0044-03-15 BC", "infinity"),
    "hour": ("time", "23:59:59.999999", "24:00"),
    "hour_there": (
        "timetz",
        "09:30-04:30",
    ),
    "local": ("timestamp", "2026-11-01 01:30"),
    "moment": ("timestamptz", "2026-11-01 01:30-04", "2026-11-01 01:30 America/Toronto"),
    "length": ("interval", "1 year -2 days 03:04:05.6", "-00:00:01"),
    "id": ("uuid", "00000000-0000-0000-0000-0000000000C1"),
    "raw": ("bytea", "\\x", "\\x00095c0aff"),
    "written": ("json", '{"b": 1.0,\t"a":[ ]}', '"\\u0000\\\\"'),
    "parsed": ("jsonb", '{"b": 1.00, "a": "x\\ty"}', "null"),
    "many": ("text[]", '{a,"b c",NULL,"","\\\\","\t"}', "{}"),
    "grid": ("integer[]", "[0:1][2:3]={{1,2},{3,NULL}}"),
    "span": ("daterange", "[2026-01-01,2026-02-01)", "empty", "(,)"),
    "times": ("tstzrange", "[2026-01-01 00:00+05,)"),
    "short": ("varchar(9)", "", "\\N", " a ", "é"),
    "padded": ("char(4)", "ab", ""),
    "free": ("text", "a\tb\nc\\d\r\b\f\v", "\\", "\\.", "e\u0301\u200b\U0001f600\x01", "NULL"),
    "net": ("inet", "10.0.0.0/8"),
}
COLUMNS = tuple(sorted(TYPES))
ENTRY = Layout("record_entry", "seq", ("act", "seq"), 1)
STANDING = {"every_type": Layout("every_type", "place", COLUMNS, 1), "record_entry": ENTRY}
# One value and nothing else, for each; then the first of every type together; then no value at all.
ROWS = [{name: value} for name, (_kind, *values) in TYPES.items() for value in values]
ROWS += [{name: first for name, (_kind, first, *_) in TYPES.items()}, {}]
FIRST = 10**6
"""The place of the entry that made the first row; the others follow, and the first ends all."""


@pytest.fixture(scope="module")
def cursor(server_for_tests: str):
    """A cursor beside a history of a table with a column of every type."""
    with psycopg.connect(server_for_tests) as connection:
        columns = ", ".join(f"{name} {kind}" for name, (kind, *_) in TYPES.items())
        connection.execute("CREATE SCHEMA history")
        connection.execute(
            f"CREATE TABLE history.every_type ({columns}, place int, from_seq int8, to_seq int8)"
        )
        for place, values in enumerate(ROWS):
            row = values | {"place": place, "from_seq": FIRST + place, "to_seq": FIRST}
            marks = ", ".join(f"%({name})s" for name in row)
            connection.execute(
                f"INSERT INTO history.every_type ({', '.join(row)}) VALUES ({marks})", row
            )
        cursor = connection.cursor()
        reading.with_settings(cursor)
        yield cursor
        connection.rollback()


@pytest.fixture(scope="module")
def read(cursor) -> list[Read]:
    """The entries that made the rows, one each, with what they made and ended."""
    entries = [Read(at, FIRST + at, False, b"\\N", b"a.b\t4", None) for at in range(len(ROWS))]
    add_rows(cursor, STANDING, entries, "{seq} >= 0")
    return entries


def test_a_row_of_any_type_is_read_as_the_line_of_the_reference(cursor, read):
    # format() writes a value as its type writes it, and escapes nothing.
    texts = ", ".join(
        f"CASE WHEN {name} IS NOT NULL THEN format('%s', {name}) END" for name in COLUMNS
    )
    cursor.execute(f"SELECT {texts} FROM history.every_type WHERE to_seq = {FIRST} ORDER BY place")
    lines = [line_of(list(values)) for values in cursor]

    assert len(lines) == len(ROWS)
    assert [[line for *_, line in each.made] for each in read] == [[line] for line in lines]


def test_what_an_entry_made_stands_in_the_order_of_bytes(cursor):
    entry = Read(1, 1, False, b"\\N", b"a.b\t1", None)
    for place, short in ((9, "b"), (10, "b"), (9, "a")):
        cursor.execute(
            "INSERT INTO history.every_type (place, short, from_seq) VALUES (%s, %s, 1)",
            [place, short],
        )
    add_rows(cursor, STANDING, [entry], "{seq} = 1")

    assert [(key, line.strip(b"\\N\t")) for _table, key, line in entry.made] == [
        (b"10", b"b"),
        (b"9", b"a"),
        (b"9", b"b"),
    ]


def test_what_ended_is_named_by_table_key_and_place(read):
    ended = [f"every_type\t{place}\t{FIRST + place}\n".encode() for place in range(len(ROWS))]

    assert read[0].ended == b"".join(sorted(ended))
    assert not any(each.ended for each in read[1:])


VALUES = st.none() | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
TABLES = {"a": 1, "a_b": 2, "b": 3}
LAYOUTS = {
    name: Layout(name, "c0", tuple(f"c{at}" for at in range(width)), 1)
    for name, width in TABLES.items()
} | {"record_entry": ENTRY}
MADE = st.sampled_from(sorted(TABLES)).flatmap(
    lambda table: st.tuples(
        st.just(table), st.lists(VALUES, min_size=TABLES[table], max_size=TABLES[table])
    )
)


def exported(rows: list, ended: list, of_case: int, salts: bytes) -> dict:
    """An entry as an export says it."""
    written = [
        {
            "table": table,
            "columns": list(LAYOUTS[table].columns),
            "values": values,
            "salt": salt.hex(),
        }
        for (table, values), salt in zip(rows, parts(salts, 16), strict=True)
    ]
    return {"before": BEFORE.hex(), "of_case": of_case, "rows": written, "ended": ended}


@given(
    st.lists(MADE, max_size=4), st.lists(st.integers(1, 9), max_size=3), st.integers(0, 2**63 - 1)
)
@settings(max_examples=60)
def test_the_second_verifier_comes_to_the_same_hash(made, seqs, of_case):
    own, ended = ("record_entry", ["a.b", "9"]), [["a", "1", str(seq)] for seq in sorted(seqs)]
    lines = [(table, b"1", line_of(values)) for table, values in made]
    ends = ["\t".join(each).encode() + b"\n" for each in reversed(ended)]
    entry = Read(4, 9, False, b"\\N", line_of(own[1]), None, lines, ends)
    entry.kept = linked(LAYOUTS, entry, BEFORE, of_case)

    assert hash_of(exported([own, *made], ended, of_case, entry.kept.salts)) == entry.kept.hash
    assert entry_findings(LAYOUTS, entry, BEFORE, of_case) == []


def test_pieces_of_any_size_come_to_the_same(own_database, monkeypatch):
    lived(own_database.app)
    monkeypatch.setattr(chain, "chunks", partial(reading.chunks, at_once=3))
    chained(own_database.app)
    found = [verified(own_database.owner)]
    for at_once in (1, 4):
        monkeypatch.setattr(verifying, "chunks", partial(reading.chunks, at_once=at_once))
        found.append(verified(own_database.owner))

    assert (found[0].entries, found[0].versions, found[0].findings) == (10, 15, [])
    assert found == found[:1] * 3


def test_what_is_kept_is_read_byte_for_byte(past):
    odd = {name: bytes(range(256)) + name.encode() for name in KEPT}
    with psycopg.connect(past) as connection:
        connection.execute("SET session_replication_role = replica")
        values = ", ".join(f"{name} = %({name})s" for name in KEPT)
        connection.execute(f"UPDATE record_link SET {values} WHERE number = 4", odd)
        standing = layouts.known(connection.cursor()).at(4)
        [entry] = entries_where(connection.cursor(), standing, "number = 4")
        connection.rollback()

    assert (entry.number, entry.kept) == (4, Kept(**odd))


@pytest.mark.parametrize("is_on", [True, False])
def test_cycles_are_looked_for_as_before(is_on):
    before = gc.isenabled()
    (gc.enable if is_on else gc.disable)()
    with suppress(ValueError), uncollected():
        during = gc.isenabled()
        raise ValueError
    after = gc.isenabled()
    (gc.enable if before else gc.disable)()

    assert (during, after) == (False, is_on)
