"""The short reason of a line: the count and the day it counts from, in both languages."""

from datetime import date
from fractions import Fraction

import pytest
from django.utils import translation

from throughcare.account.short import short_of
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.calendar.windows import Window
from throughcare.kernel.obligations.computing import obligations
from throughcare.kernel.obligations.facts import Event, Evidence, Facts, Period
from throughcare.kernel.obligations.requirements import (
    After,
    Hours,
    Once,
    Rate,
    Requirement,
    Rolling,
    Times,
)
from throughcare.kernel.obligations.words import OwedBy, PartWindow

ON = date(2026, 11, 26)
FIRST = date(2026, 10, 1)
NBSP = "\u00a0"
SEEN = Evidence(id="e1", kind="SEEN_OFFICE", on=date(2026, 11, 16))


def short(cadence, facts, language="en"):
    """The short reason of the obligation that is open on the day."""
    asked = Requirement(
        id="r",
        what="r",
        owed_by=OwedBy.OFFICE,
        cadence=cadence,
        closed_by=frozenset({"SEEN_OFFICE"}),
        authority="Rule 1",
        in_force=Period(FIRST, None),
    )
    open_now = [
        each for each in obligations(asked, facts, ON) if each.opens_on <= ON < each.due_before
    ]
    with translation.override(language):
        return short_of(asked, open_now[-1]).replace(NBSP, " ")


def times(count, window):
    return Times((Rate(FIRST, count),), window, PartWindow.OWED)


@pytest.mark.parametrize(
    ("window", "count", "said", "dite"),
    [
        (Window.MONTH, 2, "1 of 2, November 2026", "1 sur 2, novembre 2026"),
        (Window.QUARTER, 3, "1 of 3, 1 Oct to 31 Dec 2026", "1 sur 3, du 1er oct. au 31 déc. 2026"),
    ],
    ids=["month", "quarter"],
)
def test_a_count_says_how_many_are_on_file_and_in_which_window(window, count, said, dite):
    facts = Facts(evidence=(SEEN,))
    assert short(times(count, window), facts) == said
    assert short(times(count, window), facts, "fr") == dite


def test_a_rolling_one_says_the_length_and_the_day_it_counts_from():
    cadence = Rolling(Length(months=3))
    facts = Facts(evidence=(SEEN,))
    assert short(cadence, facts) == "3 months from 16 Nov 2026"
    assert short(cadence, facts, "fr") == "3 mois à compter du 16 nov. 2026"


def test_what_follows_an_event_names_the_event():
    facts = Facts(events=(Event(kind="INTAKE_HELD", on=date(2026, 11, 16)),))
    said = short(After("INTAKE_HELD", Length(weeks=6)), facts)
    assert said.startswith("6 weeks from: ")
    assert said.endswith(", 16 Nov 2026")
    assert "_" not in said


def test_what_the_calendar_counted_names_no_length():
    event = Event(kind="INTAKE_HELD", on=date(2026, 11, 25), due_before=date(2026, 11, 28))
    said = short(After("INTAKE_HELD", Length(days=2)), Facts(events=(event,)))
    assert said.startswith("counted from: ")


def test_hours_say_how_many_are_on_file():
    worked = Evidence(id="w", kind="SEEN_OFFICE", on=date(2026, 11, 2), amount=Fraction(15, 2))
    cadence = Hours(Fraction(40), FIRST, date(2027, 4, 1))
    assert short(cadence, Facts(evidence=(worked,))) == "7.5 of 40 hours"
    assert short(cadence, Facts(evidence=(worked,)), "fr") == "7,5 sur 40 heures"


def test_what_is_owed_once_leaves_the_word_to_the_rule():
    assert short(Once(FIRST, date(2026, 12, 1)), Facts()) == ""
