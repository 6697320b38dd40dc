"""A day, length, amount or sum that no value of a condition holds is shown to a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.reading.tests.samples import read

WEAPON = "1. Do not possess any weapon"


def doubts(text):
    """Return what is in doubt in the first condition of an order."""
    return read(f"Probation for 18 months.\n{text}").proposed[0].doubts


@pytest.mark.parametrize(
    "text",
    [
        f"{WEAPON} for ten years.",
        f"{WEAPON} until March 3, 2027.",
        f"{WEAPON} worth $500.",
        "1. Write a letter of apology within 48 hours.",
        "1. Sign the releases within three business days.",
        "1. House arrest: he may leave his home only between 8 a.m. and 6 p.m.",
        "1. Ne possédez aucune arme pendant dix ans.",
    ],
)
def test_what_no_value_holds_is_in_doubt(text):
    assert doubts(text) == ("VALUE_UNREAD",)


@pytest.mark.parametrize(
    "text",
    [
        "1. Report to a probation officer within 2 working days.",
        "1. Perform 40 hours of community service at 10 hours per month.",
        "1. Perform 40 hours of community service within one year.",
        "1. Pay restitution of $1,200 to [A.B.].",
        "1. For the first 6 months, be home from 10 p.m. to 6 a.m.\n"
        "2. For the next 3 months, be home from 11 p.m. to 6 a.m.",
        "1. Have no contact with any person under the age of 16 years.",
        "1. Have no contact with a child 15 years of age or younger.",
        "1. Remain in your residence 24 hours a day, seven days a week.",
        "1. Report by March 9, 2026.",
        "1. A curfew from 10 p.m. to 6 a.m. each night.",
        "1. Remain at home at all times, except for work between 8 a.m. and 5 p.m.",
        "1. Probation for 12 months on the statutory conditions.",
        f"{WEAPON}.",
    ],
)
def test_what_a_value_holds_or_limits_nothing_is_not(text):
    found = read(f"Probation for 18 months.\n{text}").proposed

    assert not [each.doubts for each in found if "VALUE_UNREAD" in each.doubts]


@given(st.integers(3, 60), st.sampled_from(["days", "weeks", "months", "years"]))
def test_no_length_is_lost(number, unit):
    assert doubts(f"{WEAPON} for {number} {unit}.") == ("VALUE_UNREAD",)


def test_a_doubt_that_says_more_stands_alone():
    text = "1. Perform 40 hours of community service, or 60 hours, by September 1, 2026."

    assert doubts(text) == ("HOURS_DIFFER",)
