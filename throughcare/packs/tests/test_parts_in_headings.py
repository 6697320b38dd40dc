"""A part of the order that a heading announces is that of the conditions under it, no further."""

from datetime import date

import pytest

from throughcare.kernel.reading.reading import read_order
from throughcare.packs.reading import folder_with_words, order_words

LAW = order_words(folder_with_words()).law
FIRST, REST = {"from": 0, "to": 8, "unit": "month"}, {"from": 8, "to": "end", "unit": "month"}


def phases(text):
    """Return the part of the order that each curfew or house arrest is for."""
    whole = f"Conditional sentence of 15 months.\n{text}"
    found = read_order(LAW, whole, date(2026, 3, 2)).proposed
    return [each.parameters.get("phase") for each in found if set(each.codes) & HOME]


HOME = {"CURFEW", "HOUSE_ARREST"}
ARREST = "1. Remain in your home at all times, but for medical emergencies."
NIGHT = "2. Obey a curfew from 10 p.m. to 6 a.m. each night."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"For the first 8 months of this order:\n{ARREST}", [FIRST]),
        (
            f"For the first 8 months:\n{ARREST}\nFor the balance of the order:\n{NIGHT}",
            [FIRST, REST],
        ),
        (f"For the first 8 months of this order:\n3. Drink no alcohol.\n{NIGHT}", [FIRST]),
        (f"For the first 8 months of this order:\n{ARREST}\nCURFEW\n{NIGHT}", [FIRST, None]),
        (f"CURFEW\n{NIGHT}", [None]),
        (f"Pour les 8 premiers mois :\n{ARREST}", [FIRST]),
        (
            f"For the first 8 months:\n{ARREST}\nFor the last 2 months:\n"
            "2. For the next 5 months, obey a curfew from 10 p.m. to 6 a.m.",
            [FIRST, {"from": 8, "to": 13, "unit": "month"}],
        ),
    ],
)
def test_a_heading_says_for_which_part_of_the_order(text, found):
    assert phases(text) == found
