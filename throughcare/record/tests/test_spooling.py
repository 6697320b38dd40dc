"""Rows of a load go to a file and come back as PostgreSQL would write them, in any order."""

import json
from datetime import UTC, date, datetime, time
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import connections
from django.db.models import TextChoices
from hypothesis import given
from hypothesis import strategies as st
from psycopg.types.json import Jsonb

from throughcare.record.copy_text import line_of
from throughcare.record.spooling import Spool


class Kind(TextChoices):
    """A choice as models have them."""

    LETTER = "LETTER", "a letter"


ID = UUID("0192f0c1-7b1e-7a00-8000-00000000abcd")
CELLS = [
    (None, b"\\N"),
    ("", b""),
    ("plain words", b"plain words"),
    ("a\ttab", b"a\\ttab"),
    ("two\nlines", b"two\\nlines"),
    ("a\rreturn", b"a\\rreturn"),
    ("back\\slash", b"back\\\\slash"),
    ("\\N", b"\\\\N"),
    ("Élodie", "Élodie".encode()),
    (True, b"t"),
    (False, b"f"),
    (0, b"0"),
    (-7, b"-7"),
    (0.1, b"0.1"),
    (Decimal("2.50"), b"2.50"),
    (date(2026, 3, 14), b"2026-03-14"),
    (time(9, 30), b"09:30:00"),
    (datetime(2026, 3, 14, 9, tzinfo=UTC), b"2026-03-14 09:00:00+00:00"),
    (ID, b"0192f0c17b1e7a00800000000000abcd"),
    (Kind.LETTER, b"LETTER"),
    (b"\x00\xff", b"\\\\x00ff"),
    (["en", "fr"], b'{"en","fr"}'),
    ([1, None], b'{"1",NULL}'),
    ([], b"{}"),
    (Jsonb({"a": "b\tc"}), b'{"a": "b\\\\tc"}'),
]
# What a text column can hold: everything but NUL and half of a surrogate pair.
TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))


@pytest.mark.parametrize(("value", "written"), CELLS, ids=lambda each: repr(each)[:24])
def test_a_value_is_written_as_copy_reads_it(value, written):
    assert line_of((value,)) == written


def test_values_of_a_row_have_tabs_between_them():
    assert line_of(("a", None, 3)) == b"a\t\\N\t3"


def test_a_kind_that_no_column_has_is_refused():
    with pytest.raises(TypeError, match="object"):
        line_of((object(),))


@pytest.mark.parametrize("in_memory", [0, 1, 2, 7, 100])
def test_rows_come_back_in_any_order_wherever_they_are_kept(in_memory):
    spool = Spool(in_memory)
    places = [spool.append((number, "é")) for number in range(20)]

    told = list(spool.lines(reversed(places)))

    assert told == [f"{number}\té".encode() for number in reversed(range(20))]


@pytest.mark.parametrize("in_memory", [0, 3, 100])
def test_rows_can_be_given_after_some_were_read(in_memory):
    spool = Spool(in_memory)
    spool.append(("first",))
    before = list(spool.lines([0]))
    spool.append(("second",))

    assert (before, list(spool.lines([1, 0]))) == ([b"first"], [b"second", b"first"])


@pytest.mark.parametrize(("in_memory", "left"), [(0, 0), (4, 0), (6, 3), (10, 10), (100, 10)])
def test_no_more_rows_than_asked_stay_in_memory(in_memory, left):
    spool = Spool(in_memory)
    for number in range(10):
        spool.append((number,))

    assert (len(spool.rows) <= in_memory, len(spool)) == (True, 10)
    assert len(spool.rows) == left


def test_a_row_of_nothing_but_empty_text_is_a_row():
    spool = Spool(0)
    for _row in range(3):
        spool.append(("",))

    assert list(spool.lines(range(3))) == [b"", b"", b""]


@pytest.mark.django_db(databases=["owner"])
@given(words=st.lists(TEXTS, max_size=5), said=st.dictionaries(TEXTS, TEXTS, max_size=3))
def test_postgresql_reads_back_what_was_written(words, said):
    row = ("|".join(words), words, Jsonb(said))
    with connections["owner"].cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE IF NOT EXISTS spooled (a text, b text[], c jsonb)")
        cursor.execute("DELETE FROM spooled")
        with cursor.copy("COPY spooled FROM STDIN") as copy:
            copy.write(line_of(row) + b"\n")
        cursor.execute("SELECT * FROM spooled")
        plain, listed, json_text = cursor.fetchone()

    assert (plain, listed, json.loads(json_text)) == ("|".join(words), words, said)
