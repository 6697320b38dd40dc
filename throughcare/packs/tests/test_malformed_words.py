"""Each kind of value an entry holds, malformed: one exact sentence that says how to mend it."""

from datetime import date, datetime

import pytest

from throughcare.kernel.calendar.counting import Manner
from throughcare.packs.calendars import holiday_lists
from throughcare.packs.entries import Entry, PackError
from throughcare.packs.loading import PACKS, load
from throughcare.packs.rules import ceiling_rule, clock_rule, hours_rule, missing_rule, working_rule

LAWS = load(PACKS / "ca_on").laws
CLOCK = {
    "code": "MOVE",
    "law": "CA",
    "counts": "within",
    "time": {"days": 7},
    "authority": "Act, 1",
    "from": date(2020, 1, 1),
}


def entry(**table):
    """Return an entry of an invented file."""
    return Entry("isle/file.toml", table)


def refused(call, *args):
    """Return what a call is refused with, without the place."""
    with pytest.raises(PackError) as error:
        call(*args)
    where, _, what = str(error.value).partition(": ")
    assert where.startswith("isle/file.toml")
    return what


@pytest.mark.parametrize(
    ("read", "value", "said"),
    [
        ("text", None, 'write key = "…".'),
        ("text", "", 'write key = "…".'),
        ("text", 7, 'write key = "…".'),
        ("number", None, "write key = a whole number."),
        ("number", "7", "write key = a whole number."),
        ("number", True, "write key = a whole number."),
        ("number", 7.0, "write key = a whole number."),
        ("flag", "true", "write key = true or key = false."),
        ("flag", 1, "write key = true or key = false."),
        ("day", None, "write key = a day such as 2026-01-31, without quotation marks."),
        ("day", "2026-01-31", "write key = a day such as 2026-01-31, without quotation marks."),
        (
            *("day", datetime(2026, 1, 31, 9, 0)),
            "write key = a day such as 2026-01-31, without quotation marks.",
        ),
        ("texts", "CA", "write key = a list of texts in quotation marks."),
        ("texts", ["CA", 1], "write key = a list of texts in quotation marks."),
        ("inner", 1, "key must be a table."),
        ("inner", [], "key must be a table."),
        (
            *("length", 7),
            "write key = { months = 12 }, with some of: years, months, weeks, days, less_days.",
        ),
        ("length", {"days": "7"}, "write days = a whole number."),
    ],
)
def test_a_value_of_the_wrong_kind(read, value, said):
    table = {} if value is None else {"key": value}

    assert refused(getattr(entry(**table), read), "key") == said


@pytest.mark.parametrize("value", [{}, [1], ["CA"], [{"code": "A"}, 2]])
def test_a_list_that_holds_no_tables(value):
    said = refused(lambda: list(entry(clock=value).each("clock")))

    assert said == "clock must be a list of tables: [[clock]]."


@pytest.mark.parametrize("value", ["about", None, ["within"], 3, ""])
def test_a_word_no_method_is_known_by(value):
    assert refused(entry(counts=value).word, "counts", Manner) == (
        f"counts = {value!r} is not known. Choose one of: within, within_before, at_least_after,"
        " at_least_before, takes_effect, elapsed, beginning_with."
    )


@pytest.mark.parametrize("code", ["CA-QC", "ca", "MOON"])
def test_a_clock_of_an_unknown_law(code):
    assert refused(clock_rule, entry(**{**CLOCK, "law": code}), LAWS) == (
        f"law = {code!r} is not known. Choose one of: CA, CA-ON."
    )


@pytest.mark.parametrize("manner", [each for each in Manner if each is not Manner.WITHIN])
def test_only_an_act_within_a_time_moves(manner):
    given = entry(**{**CLOCK, "counts": str(manner), "moves": True})

    assert refused(clock_rule, given, LAWS) == (
        "only an act due *within* a time moves off a holiday. Remove moves."
    )


@pytest.mark.parametrize(
    ("reader", "word", "near"),
    [
        (hours_rule, "hour", "hours"),
        (working_rule, "day", "days"),
        (ceiling_rule, "times", "time"),
        (missing_rule, "board", "boards"),
    ],
)
def test_a_misspelt_word_is_met_with_the_nearest(reader, word, near):
    assert refused(reader, entry(**{word: 1})) == (
        f"{word} is not a word of such an entry. Did you mean {near}?"
    )


def test_a_rule_of_a_day_by_an_unknown_method():
    assert refused(holiday_lists, entry(day={"X": {"rule": {"method": "moon"}}})) == (
        "method = 'moon' is not known. Choose one of: fixed, nth_weekday, weekday_before, easter."
    )


def test_a_holiday_without_a_rule():
    days = {"weekly": [], "authority": "A", "holiday": [{"day": "X"}]}

    assert refused(holiday_lists, entry(list={"ISLE": days})) == (
        "no rule is given for X. Write [day.X] with a rule."
    )
