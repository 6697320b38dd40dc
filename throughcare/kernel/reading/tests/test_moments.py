"""Times of day in figures and in words, of both clocks and both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.reading.tests.samples import WORDING, said
from throughcare.kernel.reading.tests.spelling import english, french
from throughcare.kernel.reading.texts import folded

TWELVE, DAY_HOURS = st.integers(1, 12), st.integers(0, 23)
FRENCH = st.sampled_from(["{} h {:02}", "{}h{:02}", "{} heures {:02}"])
QUARTERS = {"": 0, "-fifteen": 15, " thirty": 30, "-forty-five": 45}


def times(text):
    """Return the single times of a text."""
    return list(WORDING.clock.times(folded(text)))


def windows(text):
    """Return start and end of each window."""
    return [(each.start, each.end) for each in WORDING.clock.windows(folded(text))]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("at half past nine in the evening", "21:30"),
        ("at half-past 9 p.m.", "21:30"),
        ("at quarter to ten at night", "21:45"),
        ("at a quarter past seven in the morning", "07:15"),
        ("at half past noon", "12:30"),
        ("at 5 h 30", "05:30"),
        ("at 17h30", "17:30"),
        ("à 5h", "05:00"),
        ("à 5 heures 30", "05:30"),
        ("à neuf heures et demie", "09:30"),
        ("à neuf heures et quart", "09:15"),
        ("à neuf heures moins le quart", "08:45"),
        ("à vingt-deux heures", "22:00"),
        ("à vingt et une heures trente", "21:30"),
        ("at nine twenty p.m.", "21:20"),
        ("à dix heures du soir", "22:00"),
        ("à midi et demi", "12:30"),
        ("à minuit", "00:00"),
        ("at 12 noon", "12:00"),
        ("at 12 midnight", "00:00"),
        ("at 12:00 noon", "12:00"),
        ("at 11 o'clock p.m.", "23:00"),
        ("at nine p.m.", "21:00"),
        ("at nine-thirty p.m.", "21:30"),
        ("at 9.30 p.m.", "21:30"),
        ("at 2330 hrs", "23:30"),
    ],
)
def test_a_time_is_told_as_it_is_said(text, time):
    assert times(text) == [time]


@pytest.mark.parametrize(
    "text",
    [
        "at half past nine",
        "at nine o'clock",
        "at 9:30",
        "quarter to ten",
        "at 13 p.m.",
        "at 29 h",
        "nine people",
        "at nine",
    ],
)
def test_a_time_that_cannot_be_told_is_not_stated(text):
    assert times(text) == []


@given(TWELVE, st.sampled_from(sorted(QUARTERS)), st.sampled_from(["a.m.", "p.m."]))
def test_english_words_tell_the_same_time_as_figures(hour, quarter, half):
    figures = f"at {hour}:{QUARTERS[quarter]:02} {half}"

    assert times(f"at {english(hour)}{quarter} {half}") == times(figures)


@given(st.integers(1, 23))
def test_french_words_tell_the_same_time_as_figures(hour):
    words = french(hour).replace("un", "une")

    assert times(f"à {words} heures") == [f"{hour:02}:00"]


@given(DAY_HOURS, st.integers(0, 59), FRENCH)
def test_every_time_of_the_french_clock_is_told(hour, minute, form):
    assert times("à " + form.format(hour, minute)) == [f"{hour:02}:{minute:02}"]


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("from 10 p.m. each night until 6 a.m. the following morning", ("22:00", "06:00")),
        ("10:00 p.m. on Fridays until 6:00 a.m. on Mondays", ("22:00", "06:00")),
        ("after 10 p.m. and before 6 a.m.", ("22:00", "06:00")),
        ("before 6 a.m. or after 10 p.m.", ("22:00", "06:00")),
        ("avant 6 h et après 22 h", ("22:00", "06:00")),
        ("après 22 h et avant 6 h", ("22:00", "06:00")),
        ("de 22 h chaque soir jusqu'à 6 h", ("22:00", "06:00")),
        ("from 22:00 to 6:00", ("22:00", "06:00")),
        ("from ten p.m. to six a.m.", ("22:00", "06:00")),
        ("from half past nine at night to six in the morning", ("21:30", "06:00")),
        ("from 10 p.m. to 6:30 the next morning", ("22:00", "06:30")),
        ("entre vingt-deux heures et six heures", ("22:00", "06:00")),
        ("from 9:00 to 6:00", (None, None)),
        ("from nine o'clock to six o'clock", (None, None)),
    ],
)
def test_windows_in_other_words(text, window):
    assert windows(text) == [window]


@pytest.mark.parametrize(
    "text",
    [
        "2 to 3 hours per week",
        "trois ou quatre heures par semaine",
        "2019 to 2022",
        "two or three people",
        "one to one counselling",
        "deux et trois mètres",
    ],
)
def test_numbers_that_are_no_window(text):
    assert windows(text) == []


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("1. Curfew: be home by 11 p.m.", ("TIME_UNCLEAR",)),
        ("1. Curfew from half past nine to six.", ("TIME_UNCLEAR",)),
        ("1. A curfew as set by the officer.", ()),
        ("1. A curfew from 9 p.m. to 5 a.m. except at noon.", ()),
    ],
)
def test_a_curfew_with_half_a_window_is_in_doubt(text, doubts):
    assert said(text)[1] == doubts


@pytest.mark.parametrize(
    "text",
    [
        "1. You may be out only between six in the morning and nine at night.",
        "1. Curfew: you may be away from 8 a.m. to 5 p.m.",
        "1. Couvre-feu : il pourra sortir de son domicile entre 6 h et 21 h.",
        "1. Curfew: you may leave your home between 6 a.m. and 9 p.m.",
    ],
)
def test_the_hours_in_which_a_person_may_be_out_are_not_those_of_the_curfew(text):
    values, doubts = said(text)

    assert (values["window"], doubts) == ("not stated", ("TIME_UNCLEAR",))
