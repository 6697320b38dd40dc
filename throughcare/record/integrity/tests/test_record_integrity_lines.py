"""Each value has one text, whatever the session is set to; the second verifier writes the same."""

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from psycopg import sql

from throughcare.record.integrity.reading import lines, with_settings
from throughcare.record.verifier.verify_record import escaped, line_of

FOREIGN = {
    "timezone": "Asia/Kathmandu",
    "datestyle": "SQL, DMY",
    "intervalstyle": "iso_8601",
    "extra_float_digits": "-5",
    "bytea_output": "escape",
}
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
VALUES = {
    "1::smallint": b"1",
    "1::numeric": b"1",
    "1.0::numeric": b"1.0",
    "1.00::numeric(5, 2)": b"1.00",
    "1::float8": b"1",
    "1.0::float8": b"1",
    "0.1::float8 + 0.2::float8": b"0.30000000000000004",
    "1e20::float8": b"1e+20",
    "'-0'::float8": b"-0",
    "'-0'::numeric": b"0",
    "'NaN'::numeric": b"NaN",
    "9223372036854775807": b"9223372036854775807",
    "true": b"t",
    "false": b"f",
    "'true'": b"true",
    "NULL": b"\\N",
    "''": b"",
    "'NULL'": b"NULL",
    "'\\N'": b"\\\\N",
    "date '2026-03-01'": b"2026-03-01",
    "date '1899-12-31'": b"1899-12-31",
    "time '09:30'": b"09:30:00",
    "timestamp '2026-03-01 09:30'": b"2026-03-01 09:30:00",
    "timestamptz '2026-03-01 09:30 America/Toronto'": b"2026-03-01 14:30:00+00",
    "timestamptz '2026-07-01 09:30:00.000001-04'": b"2026-07-01 13:30:00.000001+00",
    "timestamptz '2026-11-01 01:30-04'": b"2026-11-01 05:30:00+00",
    "timestamptz '2026-11-01 01:30-05'": b"2026-11-01 06:30:00+00",
    "timestamptz '2026-07-01 23:59+00'": b"2026-07-01 23:59:00+00",
    "timestamptz 'infinity'": b"infinity",
    "interval '1 day 02:03'": b"1 day 02:03:00",
    "decode('00ff', 'hex')": b"\\\\x00ff",
    "uuid 'AAAAAAAA-0000-0000-0000-0000000000C1'": b"aaaaaaaa-0000-0000-0000-0000000000c1",
    'jsonb \'{"b": 1.0, "a": 1}\'': b'{"a": 1, "b": 1.0}',
    "ARRAY['a', 'b c', NULL, '']": b'{a,"b c",NULL,""}',
    "'é'": b"\xc3\xa9",
    "'e' || chr(769)": b"e\xcc\x81",
    "'a' || chr(160)": b"a\xc2\xa0",
    "'a' || chr(8203)": b"a\xe2\x80\x8b",
    "chr(128512)": b"\xf0\x9f\x98\x80",
    "'a' || chr(9) || 'b'": b"a\\tb",
    "'a' || chr(10) || chr(13)": b"a\\n\\r",
    "chr(8) || chr(12) || chr(11)": b"\\b\\f\\v",
    "'a\\tb'": b"a\\\\tb",
    "chr(1) || chr(127) || chr(133)": b"\x01\x7f\xc2\x85",
    "1, NULL, '', 'x'": b"1\t\\N\t\tx",
}
# What a reader may take for the same, and the record must not.
ALIKE = [
    ("1::numeric", "1.0::numeric"),
    ("NULL", "''"),
    ("NULL", "'\\N'"),
    ("'é'", "'e' || chr(769)"),
    ("'a'", "'a '"),
    ("'a'", "'A'"),
    ("'a ' || 'b'", "'a' || chr(160) || 'b'"),
    ("chr(9)", "'\\t'"),
    ("chr(10)", "chr(13) || chr(10)"),
    ("'a' || chr(9) || 'b'", "'a', 'b'"),
    ("'', 'a'", "'a', ''"),
    ("'O' || chr(39) || 'Neil'", "'O' || chr(8217) || 'Neil'"),
    ("timestamptz '2026-11-01 01:30-04'", "timestamptz '2026-11-01 01:30-05'"),
    ("timestamptz '2026-01-01 00:00Z'", "timestamptz '2026-01-01 00:00:00.000001Z'"),
    ("'{\"a\":1}'::json", "'{\"a\": 1}'::json"),
]


@pytest.fixture(scope="module")
def cursor(server_for_tests):
    with psycopg.connect(server_for_tests) as connection:
        cursor = connection.cursor()
        for name, value in FOREIGN.items():
            cursor.execute("SELECT set_config(%s, %s, false)", [name, value])
        with_settings(cursor)
        yield cursor


def line(cursor, columns: str) -> bytes:
    (found,) = lines(cursor, f"COPY (SELECT {columns}) TO STDOUT")
    return found


@pytest.mark.parametrize(("columns", "expected"), VALUES.items(), ids=range(len(VALUES)))
def test_a_value_has_one_text(cursor, columns, expected):
    assert line(cursor, columns) == expected


@pytest.mark.parametrize(("one", "other"), ALIKE, ids=range(len(ALIKE)))
def test_what_looks_alike_is_told_apart(cursor, one, other):
    assert line(cursor, one) != line(cursor, other)


@pytest.mark.parametrize("zone", ["UTC", "America/Toronto", "Europe/Paris", "+05:45"])
def test_one_instant_written_in_any_zone_is_one_text(cursor, zone):
    instant = f"(timestamptz '2026-03-08 07:00Z' AT TIME ZONE '{zone}') AT TIME ZONE '{zone}'"

    assert line(cursor, instant) == b"2026-03-08 07:00:00+00"


@pytest.mark.parametrize("name", FOREIGN)
def test_the_settings_end_with_the_transaction(server_for_tests, name):
    with psycopg.connect(server_for_tests, autocommit=True) as connection:
        before = connection.execute("SELECT current_setting(%s)", [name]).fetchone()
        with connection.transaction():
            with_settings(connection.cursor())

        assert connection.execute("SELECT current_setting(%s)", [name]).fetchone() == before


def test_nothing_selected_is_no_line(cursor):
    assert lines(cursor, "COPY (SELECT 1 WHERE false) TO STDOUT") == []


@given(st.lists(st.none() | TEXTS, min_size=1, max_size=4))
def test_the_second_verifier_writes_the_line_of_the_database(cursor, values):
    columns = sql.SQL(", ").join([sql.SQL("{}::text").format(each) for each in values])

    assert line_of(values) == line(cursor, columns.as_string(cursor))


@given(
    st.lists(st.none() | st.text("\\Nnt\t\n", max_size=3), min_size=1, max_size=3),
    st.lists(st.none() | st.text("\\Nnt\t\n", max_size=3), min_size=1, max_size=3),
)
def test_two_rows_have_one_line_only_where_all_is_the_same(one, other):
    assert (line_of(one) == line_of(other)) == (one == other)


@given(TEXTS)
def test_a_text_never_breaks_its_line(text):
    assert not set(escaped(text)) & set("\t\n\r\b\f\v")
    assert escaped(text) != "\\N"
