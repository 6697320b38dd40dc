"""Parts of an order as people say them: house arrest first, curfew for the balance."""

import pytest

from throughcare.packs.condition_rules import Kind
from throughcare.packs.stated_words import value_in_words
from throughcare.packs.tests.ordered import ONTARIO


def part(count, unit, name="first"):
    """Return a part as the record states it."""
    return {name: count, "unit": unit}


PARTS = [
    (part(12, "month"), "for the first 12 months", "pendant les 12 premiers mois"),
    (part(1, "month"), "for the first month", "pendant le premier mois"),
    (part(1, "week"), "for the first week", "pendant la première semaine"),
    (part(6, "week"), "for the first 6 weeks", "pendant les 6 premières semaines"),
    (part(1, "year"), "for the first year", "pendant la première année"),
    (part(2, "year"), "for the first 2 years", "pendant les 2 premières années"),
    (part(50, "day"), "for the first 50 days", "pendant les 50 premiers jours"),
    (part(1, "day", "last"), "for the last day", "pendant le dernier jour"),
    (part(3.5, "month", "last"), "for the last 3.5 months", "pendant les 3,5 derniers mois"),
    (part(2, "week", "last"), "for the last 2 weeks", "pendant les 2 dernières semaines"),
    (
        {"from": 0, "to": 8, "unit": "month"},
        "for the first 8 months",
        "pendant les 8 premiers mois",
    ),
    (
        {"from": 8, "to": "end", "unit": "month"},
        "after the first 8 months",
        "après les 8 premiers mois",
    ),
    ({"from": 1, "to": "end", "unit": "year"}, "after the first year", "après la première année"),
    (
        {"from": 50, "to": 100, "unit": "day"},
        "after the first 50 days, until 100 days have passed",
        "après les 50 premiers jours et jusqu'au terme de 100 jours",
    ),
    ({"from": 0, "to": "end"}, "for the whole order", "pendant toute la durée de l'ordonnance"),
    ({"to": "order_end"}, "for the whole order", "pendant toute la durée de l'ordonnance"),
]


@pytest.mark.parametrize(("stated", "english", "french"), PARTS)
def test_a_part_of_an_order_reads_well_in_both_languages(stated, english, french):
    assert value_in_words(ONTARIO, Kind.PHASE, stated, "en") == english
    assert value_in_words(ONTARIO, Kind.PHASE, stated, "fr") == french


@pytest.mark.parametrize("stated", ["the winter", {"from": "spring"}, {"to": "never"}])
def test_a_part_that_is_not_known_stays_in_the_words_of_the_record(stated):
    words = stated if isinstance(stated, str) else next(iter(stated.values()))

    assert value_in_words(ONTARIO, Kind.PHASE, stated, "en") == words


def test_house_arrest_says_its_part_and_its_exceptions():
    stated = {"phase": part(6, "month"), "exceptions": ["WORK", "PRIOR_APPROVAL_WRITTEN"]}
    rule = ONTARIO.conditions["HOUSE_ARREST"][0]

    assert value_in_words(ONTARIO, Kind.EXCEPTIONS, stated["exceptions"], "fr") == (
        "le travail ou ce que votre agent a approuvé d'avance par écrit"
    )
    assert {each.name for each in rule.parameters} >= set(stated)
