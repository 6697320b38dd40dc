"""Windows of the day, and times in which morning and evening cannot be told apart."""

import pytest

from throughcare.kernel.reading.tests.samples import WORDING
from throughcare.kernel.reading.texts import folded
from throughcare.kernel.reading.times import days_of


def found(text):
    """Return start, end and days of each window."""
    return [
        (each.start, each.end, days_of(each.days)) for each in WORDING.clock.windows(folded(text))
    ]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("between 10 p.m. and 6 a.m.", "22:00", "06:00"),
        ("between 10:00pm and 6:00am", "22:00", "06:00"),
        ("from 11:30 p.m. to 6:00 a.m.", "23:30", "06:00"),
        ("between the hours of 9 p.m. and 7 a.m.", "21:00", "07:00"),
        ("10 PM until 6 AM", "22:00", "06:00"),
        ("between 12:00 noon and 5:00 p.m.", "12:00", "17:00"),
        ("from noon to 3 p.m.", "12:00", "15:00"),
        ("from midnight to 6 a.m.", "00:00", "06:00"),
        ("12pm – 4pm", "12:00", "16:00"),
        ("between 12:00pm and 4:00pm", "12:00", "16:00"),
        ("12 a.m. to 5 a.m.", "00:00", "05:00"),
        ("1 to 4 p.m.", "13:00", "16:00"),
        ("between 1:00 and 4:00 p.m.", "13:00", "16:00"),
        ("2200 hours to 0600 hours", "22:00", "06:00"),
        ("between 22:00 and 06:00", "22:00", "06:00"),
        ("22:00 - 05:30", "22:00", "05:30"),
        ("ten", None, None),
        ("entre 22 h et 6 h", "22:00", "06:00"),
        ("de 21 h 30 à 7 h", "21:30", "07:00"),
        ("de minuit à 6 heures", "00:00", "06:00"),
        ("de midi à 15 h", "12:00", "15:00"),
        ("from 10 o'clock at night to 6 in the morning", "22:00", "06:00"),
        ("entre 10 du soir et 6 du matin", "22:00", "06:00"),
    ],
)
def test_a_window_is_told(text, start, end):
    wanted = [(start, end, "daily")] if start else []

    assert found(text) == wanted


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("from 10 to 6 a.m.", None, "06:00"),
        ("from 9:00 to 5:00", None, None),
        ("from 9 to 5 p.m.", None, "17:00"),
        ("from 11 to 2 p.m.", None, "14:00"),
        ("from 10 p.m. to 6", "22:00", None),
        ("from 13 p.m. to 6 a.m.", None, "06:00"),
        ("2900 hours to 0600 hours", None, "06:00"),
        ("between 10 o'clock and 6 o'clock", None, None),
    ],
)
def test_a_time_that_may_be_morning_or_evening_is_left_open(text, start, end):
    assert found(text) == [(start, end, "daily")]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("between 1 p.m. and 4 p.m. on Saturdays", "Saturday"),
        ("on Sundays between noon and 3 p.m.", "Sunday"),
        ("between 1 p.m. and 4 p.m. each Saturday", "Saturday"),
        ("from 10 p.m. to 6 a.m. daily", "daily"),
        ("from 10 p.m. to 6 a.m.", "daily"),
        ("from 9 a.m. to 5 p.m. Monday to Friday", "Monday to Friday"),
        ("from 9 a.m. to 5 p.m. on weekdays", "Weekday"),
        ("on Monday and then Saturdays from 1 p.m. to 4 p.m.", "Saturday"),
    ],
)
def test_days_of_a_window(text, days):
    assert [each[2] for each in found(text)] == [days]


@pytest.mark.parametrize(
    "text",
    [
        "between 10 and 20 metres",
        "within 2 to 3 days",
        "between 5 and 10",
        "sections 109 to 110",
        "18 to 24 months",
        "from $10 to $20",
    ],
)
def test_numbers_that_are_no_times(text):
    assert found(text) == []


def test_several_windows_of_a_text():
    text = "8 a.m. to 6 p.m. on Monday; 9 a.m. to 5 p.m. on Sunday"

    assert [each[0] for each in found(text)] == ["08:00", "09:00"]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("by 3 p.m. on Friday", ["15:00"]),
        ("at 10:30 a.m. or noon", ["10:30", "12:00"]),
        ("within 3 days", []),
        ("at 15:00 tomorrow", ["15:00"]),
        ("by 10 o'clock", []),
    ],
)
def test_single_times(text, times):
    assert list(WORDING.clock.times(folded(text))) == times
