"""The words of the demo's orders: drawn the same each time, filled in, in either language."""

import json
from random import Random
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.orders.demo import telling, wording
from throughcare.orders.law import instruments
from throughcare.orders.making import CodeMade, ConditionMade

SHARED = [
    ({"any": 42}, "PROBATION", 42),
    ({"any": 42, "CSO": 100}, "CSO", 100),
    ({"any": 42, "CSO": 100}, "PROBATION", 42),
    ({"any": 42, "CSO": 0}, "CSO", 0),
]
NAMED = [
    ([], []),
    ([["R. S."]], ["R. S."]),
    ([["R. S.", "T. U."]], ["R. S.", "T. U."]),
    ([["R. S."], ["R. S."]], ["R. S."]),
    ([["T. U."], ["R. S."]], ["T. U.", "R. S."]),
]
SEEDS = st.integers(0, 10_000)


def names_in(words):
    return {name for _text, name, _spec, _conversion in Formatter().parse(words) if name}


def drawn(seed, instrument="PROBATION", language="en"):
    return list(wording.conditions_for(Random(seed), instrument, language))


@pytest.mark.parametrize("number", range(len(wording.CONDITIONS)))
def test_a_share_is_of_a_hundred(number):
    shares = wording.CONDITIONS[number]["of"]

    assert all(0 <= share <= 100 for share in shares.values())
    assert set(shares) - {"any"} <= set(telling.INSTRUMENTS)


@pytest.mark.parametrize("number", range(len(wording.CONDITIONS)))
def test_both_languages_are_filled_with_the_same(number):
    english, french = (names_in(wording.CONDITIONS[number][each]) for each in ("en", "fr"))

    assert {name.removesuffix("_fr") for name in french} == english


@pytest.mark.parametrize(("shares", "instrument", "share"), SHARED)
def test_the_share_of_an_instrument_goes_before_that_of_any(monkeypatch, shares, instrument, share):
    line = {"of": shares, "en": "Be.", "fr": "Être.", "codes": {}}
    monkeypatch.setattr(wording, "CONDITIONS", [line])

    drawn_of_100 = sum(
        bool(list(wording.conditions_for(Draw(number), instrument, "en"))) for number in range(100)
    )
    assert drawn_of_100 == share


class Draw(Random):
    """A chance that draws one number, then chooses what comes first."""

    def __init__(self, number):
        super().__init__(0)
        self.number = number

    def randrange(self, *_bounds):
        return self.number

    def choice(self, among):
        return among[0]


@given(SEEDS)
def test_the_same_chance_draws_the_same_conditions(seed):
    assert drawn(seed) == drawn(seed)


@given(SEEDS)
def test_the_language_changes_the_words_alone(seed):
    english, french = drawn(seed), drawn(seed, language="fr")

    assert [each.codes for each in english] == [each.codes for each in french]
    assert all(en.words != fr.words for en, fr in zip(english, french, strict=True))


@given(SEEDS, st.sampled_from(list(telling.INSTRUMENTS)), st.sampled_from(["en", "fr"]))
def test_nothing_is_left_to_fill_in(seed, instrument, language):
    for each in drawn(seed, instrument, language):
        stated = json.dumps([dict(code.parameters) for code in each.codes])

        assert "{" not in each.words
        assert '"{' not in stated


@given(SEEDS)
def test_whoever_is_protected_stands_in_the_words(seed):
    conditions = drawn(seed, "PEACE_BOND_810")

    for name in wording.protected_in(conditions):
        assert any(name in each.words for each in conditions)


@pytest.mark.parametrize(("persons", "names"), NAMED)
def test_who_is_protected_is_named_once(persons, names):
    conditions = [
        ConditionMade(number, "Be.", (CodeMade("NO_CONTACT", {"persons": listed}),))
        for number, listed in enumerate(persons, start=1)
    ]

    assert wording.protected_in(conditions) == names


def test_a_condition_without_persons_protects_nobody():
    assert wording.protected_in([ConditionMade(1, "Be.", (CodeMade("KPGB"),))]) == []


def test_the_words_of_an_order_have_its_title_and_a_line_for_each_condition():
    conditions = [ConditionMade(1, "Be good."), ConditionMade(2, "Report.")]

    assert wording.text_of(conditions, "Order") == "ORDER\n\n1. Be good.\n2. Report.\n"


def test_an_accent_stays_in_a_title():
    assert wording.text_of([], "Libération").startswith("LIBÉRATION\n")


def test_what_is_stated_is_not_changed_where_it_stands():
    stated = {"persons": ["{initials}"]}

    assert wording.said_of(stated, {"initials": "R. S."}) == {"persons": ["R. S."]}
    assert stated == {"persons": ["{initials}"]}


def test_what_the_demo_tells_are_instruments_of_the_pack():
    known = {code for code, _name in instruments()}

    assert set(telling.INSTRUMENTS) <= known
    assert set(telling.LONGEST) <= set(telling.INSTRUMENTS)
    assert telling.INSTRUMENTS["PROBATION"] > sum(telling.INSTRUMENTS.values()) / 2


def test_lengths_rise_to_three_years():
    assert list(telling.LENGTHS) == sorted(set(telling.LENGTHS))
    assert telling.LENGTHS[-1] == 36
    assert max(telling.LONGEST.values()) <= telling.LENGTHS[-1]
