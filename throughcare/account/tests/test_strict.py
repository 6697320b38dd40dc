"""Each kind of value is read as it is documented, and nothing near it."""

from datetime import date
from enum import Enum
from fractions import Fraction

import pytest

from throughcare.account.export.strict import (
    Fields,
    Unreadable,
    amount,
    count,
    day,
    each,
    one_of,
    text,
    truth,
)


class Colour(Enum):
    RED = 1
    DARK_BLUE = 2


@pytest.mark.parametrize(
    ("read", "said", "found"),
    [
        (text, "", ""),
        (text, "é\n", "é\n"),
        (text, "x" * 20_000, "x" * 20_000),
        (day, "2026-01-31", date(2026, 1, 31)),
        (day, "2024-02-29", date(2024, 2, 29)),
        (day, "0001-01-01", date(1, 1, 1)),
        (amount, "60", Fraction(60)),
        (amount, "1.5", Fraction(3, 2)),
        (amount, "1/3", Fraction(1, 3)),
        (amount, "0", Fraction(0)),
        (count, 0, 0),
        (count, 100_000, 100_000),
        (truth, True, True),
        (truth, False, False),
        (each(count), [], ()),
        (each(count), [3, 1], (3, 1)),
        (one_of(Colour), "dark_blue", Colour.DARK_BLUE),
    ],
)
def test_what_is_written_rightly_is_read(read, said, found):
    assert read(said, "it") == found


@pytest.mark.parametrize(
    ("read", "said"),
    [
        (text, None),
        (text, 3),
        (text, ["a"]),
        (text, "x" * 20_001),
        (day, None),
        (day, 20260131),
        (day, "2026-1-31"),
        (day, "2026-02-29"),
        (day, "2026-13-01"),
        (day, "0000-01-01"),
        (day, "2026-01-31T00:00"),
        (day, " 2026-01-31"),
        (day, "２０２６-01-31"),
        (amount, 60),
        (amount, ""),
        (amount, "-1"),
        (amount, "1e3"),
        (amount, "1.5.5"),
        (amount, "1/0"),
        (amount, "nan"),
        (amount, "٣"),
        (amount, "9" * 10),
        (count, -1),
        (count, 100_001),
        (count, True),
        (count, "3"),
        (count, None),
        (truth, 1),
        (truth, "true"),
        (truth, None),
        (each(count), {}),
        (each(count), None),
        (each(count), "12"),
        (each(count), [1, "2"]),
        (one_of(Colour), "RED"),
        (one_of(Colour), 1),
        (one_of(Colour), None),
        (one_of(Colour), ["red"]),
    ],
)
def test_what_is_only_near_it_is_refused_with_its_place(read, said):
    with pytest.raises(Unreadable, match=r"^it"):
        read(said, "it")


def test_a_list_says_which_of_its_members_is_wrong():
    with pytest.raises(Unreadable, match=r"^it\[1\] is not"):
        each(count)([1, "2"], "it")


def test_a_word_is_told_the_words_that_would_do():
    with pytest.raises(Unreadable, match="it is none of red, dark_blue"):
        one_of(Colour)("green", "it")


def test_fields_are_taken_once_and_none_is_left_over():
    with Fields({"a": 1, "b": "x"}, "it") as fields:
        assert fields.take("a", count) == 1
        assert fields.maybe("b", text) == "x"
        assert fields.maybe("c", text) is None


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ([], "it is not an object"),
        ({}, "it has no a"),
        ({"a": "x"}, r"it\.a is not a whole number"),
        ({"a": 1, "c": 2, "b": 3}, "it has the unknown field b"),
    ],
)
def test_fields_that_are_missing_wrong_or_unknown_are_named(said, says):
    with pytest.raises(Unreadable, match=says), Fields(said, "it") as fields:
        fields.take("a", count)


def test_a_fault_inside_is_told_before_what_is_left_over():
    with pytest.raises(Unreadable, match="it has no a"), Fields({"b": 1}, "it") as fields:
        fields.take("a", count)
