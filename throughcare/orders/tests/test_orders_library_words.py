"""Codes of the library as people read them: names, plain words, ceilings, what is compulsory."""

from datetime import date

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from throughcare.orders import library
from throughcare.orders.law import instruments, label_of

DAY = date(2026, 9, 8)
PLAIN = [
    ("KPGB", {}, "en", "Obey the law and stay out of trouble."),
    (
        "KPGB",
        {},
        "fr",
        "Respectez la loi et évitez tout comportement qui trouble la paix.",
    ),
    (
        "CURFEW",
        {"window": {"start": "22:00", "end": "06:00"}},
        "en",
        "Be in your home, or on its property, from 10 p.m. to 6 a.m. every night. "
        "The only exceptions are the ones in your order.",
    ),
    (
        "CURFEW",
        {"window": {"start": "22:00", "end": "06:00"}},
        "fr",
        "Soyez chez vous, ou sur votre terrain, de 22 h à 6 h chaque nuit. "
        "Les seules exceptions sont celles de votre ordonnance.",
    ),
]
OVER = [
    ({}, []),
    ({"hours": 240}, []),
    ({"hours": 241}, [("Number of hours", "240")]),
    ({"hours": 240.5}, [("Number of hours", "240")]),
    ({"months": 18}, []),
    ({"months": 19}, [("Time limit in months", "18")]),
    ({"hours": 300, "months": 24}, [("Number of hours", "240"), ("Time limit in months", "18")]),
]
OVER_IN_FRENCH = [
    ({"hours": 300}, "Nombre d'heures", "240"),
    ({"months": 30}, "Délai en mois", "18"),
]
PEACE = (
    "Keep the peace and be of good behaviour",
    "Ne pas troubler l'ordre public et avoir une bonne conduite",
)


@pytest.mark.parametrize(("code", "stated", "language", "words"), PLAIN)
def test_a_condition_in_plain_words(code, stated, language, words):
    said = library.in_plain_words(code, stated, DAY, language)

    assert said.replace("\u00a0", " ") == words


def test_plain_words_are_in_the_language_that_is_asked_for_not_that_of_the_page():
    english = library.in_plain_words("KPGB", {}, DAY, "en")

    with translation.override("fr"):
        assert library.in_plain_words("KPGB", {}, DAY, "en") == english


@pytest.mark.parametrize(("stated", "over"), OVER)
def test_only_what_passes_its_ceiling_is_named(stated, over):
    found = library.over_the_limit("COMMUNITY_SERVICE", stated, DAY)

    assert [(what, most) for what, most, _source in found] == over


@pytest.mark.parametrize(("stated", "what", "most"), OVER_IN_FRENCH)
def test_a_ceiling_is_named_in_french(stated, what, most):
    with translation.override("fr"):
        (found,) = library.over_the_limit("COMMUNITY_SERVICE", stated, DAY)

    assert found[:2] == (what, most)
    assert found[2].startswith("Code criminel")


@given(st.integers(0, 1000))
def test_the_ceiling_itself_is_not_over_it(hours):
    found = library.over_the_limit("COMMUNITY_SERVICE", {"hours": hours}, DAY)

    assert len(found) == (hours > 240)


@pytest.mark.parametrize("hours", [None, "many", [], {}])
def test_what_is_no_number_has_no_ceiling(hours):
    assert library.over_the_limit("COMMUNITY_SERVICE", {"hours": hours}, DAY) == []


@pytest.mark.parametrize(("place", "language"), [(0, "en"), (1, "fr")])
def test_what_is_left_out_is_named_in_the_language_of_the_page(place, language):
    with translation.override(language):
        assert library.compulsory_missing("PEACE_BOND_810", set(), DAY) == [PEACE[place]]


@given(st.sets(st.sampled_from(["KPGB", "APPEAR", "NOTIFY_NAME_ADDR", "NOTIFY_JOB"])))
def test_each_compulsory_code_given_is_one_less_left_out(codes):
    assert len(library.compulsory_missing("PROBATION", codes, DAY)) == 4 - len(codes)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_code_is_offered_once_and_by_name(language):
    with translation.override(language):
        offered = library.all_codes(DAY)
        named = [(code, library.name_of(code, DAY)) for code, _name in offered]

    assert named == offered
    assert len(dict(offered)) == len(offered)


def test_the_same_codes_are_offered_in_both_languages():
    english = {code for code, _name in library.all_codes(DAY)}

    with translation.override("fr"):
        assert {code for code, _name in library.all_codes(DAY)} == english


def test_a_code_has_no_rule_before_its_first_day():
    assert library.rule_of("KPGB", date(1900, 1, 1)) is None
    assert library.rule_of("KPGB", DAY).code == "KPGB"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_instrument_has_a_name_of_its_own(language):
    with translation.override(language):
        offered = instruments()

        assert all(label_of(code) == name for code, name in offered)
    assert len({name for _code, name in offered}) == len(offered)
