"""Sentences that follow the plain words where the order states what they name."""

from datetime import date

import pytest

from throughcare.packs.conditions import condition_rule
from throughcare.packs.loading import pack_of
from throughcare.packs.plain import plain_words

DAY = date(2026, 1, 12)
ONTARIO = pack_of("ca_on")
NOBODY = "Do not contact the people named in your order."


def said(language="en", **stated):
    """Return the plain words of a no-contact condition."""
    rule = condition_rule(ONTARIO, "NO_CONTACT", DAY)
    return plain_words(ONTARIO, rule, stated, language).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("stated", "added"),
    [
        ({}, ""),
        ({"distance_m": 100}, " Stay at least 100 metres away from them."),
        ({"distance_m": 1}, " Stay at least 1 metre away from them."),
        ({"places": ["the park"]}, " Do not go to: the park."),
        ({"places": ["the park", "the bus"]}, " Do not go to: the park or the bus."),
        ({"places": []}, ""),
        (
            {"distance_m": 50, "places": ["the park"]},
            " Stay at least 50 metres away from them. Do not go to: the park.",
        ),
    ],
)
def test_a_distance_and_places_are_added_where_they_are_stated(stated, added):
    assert said(**stated) == said() + added
    assert said(**stated).startswith(NOBODY)


def test_they_are_added_in_french():
    words = said("fr", distance_m=100, places=["le parc"])

    assert words.endswith(
        "Restez à une distance d'au moins 100 mètres de ces personnes."
        " N'allez pas à ces endroits : le parc."
    )


def test_they_follow_the_names_too():
    assert said(persons=["Ann Lee"], distance_m=5).startswith("Do not contact Ann Lee.")
    assert said(persons=["Ann Lee"], distance_m=5).endswith("5 metres away from them.")
