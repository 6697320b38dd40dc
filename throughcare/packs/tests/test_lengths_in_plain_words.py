"""How long an order lasts in the plain words of a spoken sentence; jail keeps its own length."""

from datetime import date

import pytest

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.reading.reading import read_order
from throughcare.packs.reading import folder_with_words, order_words

LAW = order_words(folder_with_words()).law


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Probation. Let's make it eighteen months.", Length(months=18)),
        ("You are going on probation. It's going to be for two years.", Length(years=2)),
        ("You're on probation. It'll be a year.", Length(years=1)),
        ("The probation that goes with it runs twelve months.", Length(months=12)),
        ("This probation order expires in eighteen months.", Length(months=18)),
        ("I am giving you two years' worth of probation.", Length(years=2)),
        ("Probation 24 mths", Length(months=24)),
        ("Under probation for the coming eighteen months.", Length(months=18)),
        ("Your sentence is nine months. It is a conditional sentence.", Length(months=9)),
        ("I sentence you to nine months. It is served in the community.", Length(months=9)),
        (
            "I sentence you to 60 days in jail and on count 2 to a CSO of 6 months.",
            Length(months=6),
        ),
        ("PROBATION ORDER\n\nMade on November 3, 2025, for 18 months:", Length(months=18)),
        ("PROBATION ORDER\n\nImposed on May 3, 2025 for a term of a year.", Length(years=1)),
        (
            "ORDONNANCE DE PROBATION\n\nRendue le 3 mai 2025, pour une période de neuf mois :",
            Length(months=9),
        ),
        ("Your sentence is nine months in jail. Probation follows.", None),
        ("I sentence you to nine months. Probation follows.", None),
        ("A driving ban. It's going to be two years. Probation, too.", None),
    ],
)
def test_the_length_in_plain_words(text, length):
    assert read_order(LAW, text, date(2026, 3, 2)).length == length
