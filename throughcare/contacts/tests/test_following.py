"""When the person reports next, and how that is given."""

from datetime import date

import pytest
from django.utils import translation

from throughcare.contacts.following import open_day, proposed_days, usual_giving
from throughcare.pages.dates import NBSP


@pytest.mark.parametrize(
    ("day", "opens"),
    [
        (date(2026, 12, 3), date(2026, 12, 3)),
        (date(2026, 12, 5), date(2026, 12, 7)),
        (date(2026, 12, 6), date(2026, 12, 7)),
        (date(2026, 12, 25), date(2026, 12, 28)),
        (date(2027, 1, 1), date(2027, 1, 4)),
    ],
    ids=["thursday", "saturday", "sunday", "christmas", "new_year"],
)
def test_a_day_on_which_the_office_is_closed_becomes_the_next(day, opens):
    assert open_day(day) == opens


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Thu 3 Dec", "Thu 10 Dec", "Thu 24 Dec", "another day", "nothing booked"]),
        ("fr", ["jeu. 3 déc.", "jeu. 10 déc.", "jeu. 24 déc.", "un autre jour", "rien de fixé"]),
    ],
)
def test_days_are_proposed_by_name(language, words):
    with translation.override(language):
        proposed = proposed_days(date(2026, 11, 26))

    assert [each.replace(NBSP, " ") for _value, each in proposed] == words
    assert [value for value, _words in proposed] == [
        "2026-12-03",
        "2026-12-10",
        "2026-12-24",
        "OTHER",
        "NONE",
    ]


def test_two_days_that_fall_together_are_proposed_once():
    days = [value for value, _words in proposed_days(date(2026, 12, 18))]

    assert days == [*sorted(set(days[:-2])), "OTHER", "NONE"]


@pytest.mark.parametrize(
    ("way", "outcome", "given"),
    [
        ("OFFICE", "CAME", "IN_PERSON"),
        ("HOME", "CAME", "IN_PERSON"),
        ("COMMUNITY", "CAME", "IN_PERSON"),
        ("PHONE", "CAME", "PHONE"),
        ("VIDEO", "CAME", "PHONE"),
        ("TEXT", "CAME", "TEXT"),
        ("EMAIL", "CAME", "EMAIL"),
        ("MAIL", "CAME", "LETTER"),
        ("COLLATERAL", "CAME", "LETTER"),
        ("OFFICE", "DID_NOT_COME", "LETTER"),
        ("PHONE", "NOT_REACHED", "LETTER"),
        ("TEXT", "NOT_REACHED", "TEXT"),
        ("EMAIL", "DID_NOT_COME", "EMAIL"),
    ],
)
def test_a_direction_is_given_as_the_person_was_reached(way, outcome, given):
    assert usual_giving(way, outcome) == given
