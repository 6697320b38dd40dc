"""Sentences that follow the plain words where the order states what they name."""

from datetime import date

import pytest

from throughcare.packs.conditions import condition_rule
from throughcare.packs.loading import pack_of
from throughcare.packs.plain import plain_words

DAY = date(2026, 1, 12)
ONTARIO = pack_of("ca_on")
NOBODY = "Do not contact the people named in your order."


def said(language="en", code="NO_CONTACT", **stated):
    """Return the plain words of a condition."""
    rule = condition_rule(ONTARIO, code, DAY)
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


NIGHT = {"window": {"start": "22:00", "end": "06:00"}}
FIRST = {"first": 12, "unit": "month"}


@pytest.mark.parametrize(
    ("language", "end"),
    [
        ("en", "This applies for the first 12 months."),
        ("fr", "Cela s'applique pendant les 12 premiers mois."),
    ],
)
def test_the_part_of_the_order_is_said_where_the_sentence_does_not_name_it(language, end):
    assert said(language, "CURFEW", phase=FIRST, **NIGHT).endswith(end)
    assert end not in said(language, "CURFEW", **NIGHT)


def test_the_part_of_the_order_is_said_once():
    words = said(code="HOUSE_ARREST", phase=FIRST, exceptions=["WORK"])

    assert words.count("the first 12 months") == 1


@pytest.mark.parametrize(
    ("language", "end"),
    [
        ("en", "Be there by January 14, 2026, 3 p.m."),
        ("fr", "Soyez-y au plus tard le 14 janvier 2026, 15 h."),
    ],
)
def test_a_day_and_hour_that_the_court_wrote_are_said(language, end):
    by = {"date": "2026-01-14", "time": "15:00"}

    assert said(language, "REPORT_FIRST", report_by=by).endswith(end)
