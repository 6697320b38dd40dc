"""Curfew hours, first reports, parts of an order and the time for community service."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.reading.deadlines import Deadline, report_deadlines
from throughcare.kernel.reading.parts import Part, part_in
from throughcare.kernel.reading.service import rate_in, service_deadline
from throughcare.kernel.reading.tests.samples import COUNTING, WORDING, said
from throughcare.kernel.reading.texts import folded
from throughcare.kernel.reading.times import days_of

HOURS, MINUTES = st.integers(1, 12), st.integers(0, 59)
HALVES = st.sampled_from(["am", "pm", "a.m.", "p.m.", "AM", "P.M."])
CLOCKS = st.tuples(HOURS, MINUTES, HALVES)
DAY_HOURS = st.integers(0, 23)


def found(text):
    """Return start, end and days of each window."""
    return [(each.start, each.end, each.days) for each in WORDING.clock.windows(folded(text))]


def told(hour, minute, half):
    """Return a time of the twelve-hour clock as HH:MM."""
    late = 12 if half.lower().startswith("p") else 0
    return f"{hour % 12 + late:02}:{minute:02}"


@given(CLOCKS, CLOCKS)
def test_every_window_of_the_twelve_hour_clock_is_told(one, other):
    text = "between {}:{:02} {} and {}:{:02} {}".format(*one, *other)

    assert found(text) == [(told(*one), told(*other), "daily")]


@given(DAY_HOURS, DAY_HOURS)
def test_every_whole_hour_of_the_french_clock_is_told(start, end):
    text = f"entre {start} h et {end} h"

    assert found(text) == [(f"{start:02}:00", f"{end:02}:00", "daily")]


@given(st.text(max_size=200))
def test_any_text_has_only_windows_inside_it(text):
    plain = folded(text)
    spans = [each.span for each in WORDING.clock.windows(plain)]

    assert all(0 <= each.start < each.end <= len(text) for each in spans)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("from 8 a.m. to 4 p.m. on Tuesdays", "Tuesday"),
        ("on weekdays between 8 a.m. and 4 p.m.", "Weekday"),
        ("entre 13 h et 17 h les samedis", "samedis"),
        ("le dimanche de 9 h à midi", "dimanche"),
        ("Monday; 8 a.m. to 4 p.m.", "daily"),
        ("8 a.m. to 4 p.m.; Monday off", "daily"),
        ("from 8 a.m. to 4 p.m. each Wednesday to Friday", "Wednesday to Friday"),
    ],
)
def test_the_days_of_a_window_are_those_beside_it(text, days):
    assert [days_of(each[2]) for each in found(text)] == [days]


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("on saturdays", "Saturday"),
        ("every sunday", "Sunday"),
        ("mondays and thursdays", "Monday and Thursday"),
        ("daily", "daily"),
        ("samedi", "samedi"),
    ],
)
def test_days_of_the_week_as_printed(words, printed):
    assert days_of(words) == printed


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("at 7 in the morning", ["07:00"]),
        ("come at 7:15 and leave at 11:45 p.m.", ["23:45"]),
        ("at 07:15 then 16:45", ["07:15", "16:45"]),
        ("be there at noon or at midnight", ["12:00", "00:00"]),
        ("à midi ou à minuit", ["12:00", "00:00"]),
        ("à 8 h ou à 14 h 15", ["08:00", "14:15"]),
        ("at 0830 hours", ["08:30"]),
        ("at 25:10", []),
        ("bus 14 to gate 3", []),
        ("pay $9.50 pm", []),
    ],
)
def test_single_times_that_can_be_told(text, times):
    assert list(WORDING.clock.times(folded(text))) == times


@pytest.mark.parametrize(
    ("text", "deadlines"),
    [
        ("Report within one week of sentencing.", [Deadline(1, "week", "order")]),
        ("Report not later than 36 hours from now.", [Deadline(36, "hour", "")]),
        ("Report within ten days following your release.", [Deadline(10, "day", "release")]),
        ("Report within four (5) days.", [Deadline(4, "day", "", "NUMBER_CONTRADICTED")]),
        ("Report right away.", [Deadline(0, "immediately", "")]),
        ("Report this afternoon.", [Deadline(0, "today", "")]),
        ("Se présenter au plus tard dix jours après.", [Deadline(10, "day", "")]),
        ("Se présenter sans délai.", [Deadline(0, "immediately", "")]),
        ("Se présenter aujourd'hui.", [Deadline(0, "today", "")]),
        (
            "Se présenter dans les trois jours de sa mise en liberté.",
            [Deadline(3, "day", "release")],
        ),
        ("Report your absence within 2 days", []),
        ("Report within two months.", []),
        ("Report within 3 metres.", []),
    ],
)
def test_how_soon_to_report(text, deadlines):
    assert report_deadlines(WORDING, COUNTING, folded(text)) == deadlines


@given(st.integers(1, 90), st.sampled_from(["hour", "day", "week"]))
def test_one_deadline_said_twice_is_one(number, unit):
    words = f"report within {number} {unit}s, i repeat, within {number} {unit}s"
    answers = report_deadlines(WORDING, COUNTING, words)

    assert [(each.n, each.unit) for each in answers] == [(number, unit)]


@pytest.mark.parametrize(
    ("text", "before", "part"),
    [
        ("for the initial ten weeks", None, Part(0, 10, "week")),
        ("for the first half, that is the first 2 years", None, Part(0, 24, "month")),
        ("the final year", None, Part(unit="month", last=12)),
        ("the second two weeks", Part(0, 3, "week"), Part(3, 5, "week")),
        ("the remainder of it", Part(2, 7, "week"), Part(7, None, "week")),
        ("thereafter", Part(0, 9, "day"), Part(9, None, "day")),
        ("le reste de la peine", Part(0, 4, "month"), Part(4, None, "month")),
        ("pendant toute la durée", None, Part(0, None)),
        ("les trois dernières semaines", None, Part(unit="week", last=3)),
        ("thereafter", Part(unit="month", last=2), None),
        ("every second Friday", None, None),
    ],
)
def test_the_part_of_an_order_that_is_meant(text, before, part):
    assert part_in(WORDING, COUNTING, folded(text), before) == part


@given(st.integers(1, 24), st.integers(1, 24))
def test_the_next_part_begins_where_the_first_ends(first, more):
    one = part_in(WORDING, COUNTING, f"for the first {first} months", None)
    other = part_in(WORDING, COUNTING, f"for the next {more} months", one)

    assert other == Part(first, first + more, "month")


@pytest.mark.parametrize(
    ("part", "value"),
    [
        (Part(), {"from": 0, "to": "end"}),
        (Part(2, 3, "week"), {"from": 2, "to": 3, "unit": "week"}),
        (Part(4, None, "month"), {"from": 4, "to": "end", "unit": "month"}),
        (Part(unit="day", last=9), {"last": 9, "unit": "day"}),
    ],
)
def test_a_part_as_a_value(part, value):
    assert part.as_value() == value


@pytest.mark.parametrize(
    ("text", "value", "is_certain"),
    [
        ("over 20 weeks", {"n": 20, "unit": "week", "from": "start"}, True),
        ("dans un délai de dix mois", {"n": 10, "unit": "month", "from": "start"}, True),
        ("within 1 year or within 12 months", {"n": 12, "unit": "month", "from": "start"}, True),
        ("in 10 weeks, or in 10 months", {"n": 10, "unit": "week", "from": "start"}, False),
        ("prior to the expiry of your probation", {"at": "order_end"}, True),
        ("at your own pace", None, True),
    ],
)
def test_the_time_to_do_the_hours_in(text, value, is_certain):
    assert service_deadline(WORDING, COUNTING, text) == (value, is_certain)


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("eight hours every month", {"min_hours": 8, "per": "month"}),
        ("3 hrs a week", {"min_hours": 3, "per": "week"}),
        ("six heures par mois", {"min_hours": 6, "per": "month"}),
        ("on a schedule approved by the officer", "as directed"),
        ("eight hours in all", None),
    ],
)
def test_how_fast_the_hours_go(text, rate):
    assert rate_in(WORDING, COUNTING, text) == rate


@pytest.mark.parametrize(
    ("text", "window", "doubts"),
    [
        ("1. A curfew from 8 p.m. to 7 a.m.", ("20:00", "07:00", "daily"), ()),
        ("1. Couvre-feu de 21 h 30 à 5 h.", ("21:30", "05:00", "daily"), ()),
        ("1. A curfew from 8 to 7 a.m.", (None, "07:00", "daily"), ("TIME_UNCLEAR",)),
        ("1. A curfew on Fridays from 9 p.m. to 6 a.m.", ("21:00", "06:00", "Friday"), ()),
    ],
)
def test_the_hours_of_a_curfew(text, window, doubts):
    values, in_doubt = said(text)

    assert tuple(values["window"][name] for name in ("start", "end", "days")) == window
    assert in_doubt == doubts
