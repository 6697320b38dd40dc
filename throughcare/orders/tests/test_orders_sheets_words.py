"""What stands above an order's conditions, and its paper in pieces, in both languages."""

from datetime import date

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.calendar.answers import Day
from throughcare.kernel.calendar.lengths import Length
from throughcare.orders.making import ConditionMade
from throughcare.orders.reading import Passage, Read
from throughcare.orders.sheets import Piece, facts_of_order, passages_of, pieces, said_day
from throughcare.orders.tests.standing_conditions import order_of, term_of_order

# What the court said; the last day in English, in French, and the last day's other reading.
LAST = {
    "a year": ({}, "Tue 7 Sep 2027", "mar. 7 sept. 2027", ""),
    "no length": (
        {"instrument": "DNA_ORDER", "length": None},
        "no last day",
        "sans dernier jour",
        "",
    ),
    "parole": (
        {"instrument": "PAROLE", "length": None},
        "not known yet",
        "pas encore connu",
        "",
    ),
    "a leap day": (
        {"made_on": date(2024, 2, 29), "length": Length(years=1)},
        "Thu 27 Feb 2025",
        "jeu. 27 fév. 2025",
        "Fri 28 Feb 2025",
    ),
}
NAMES = [
    ("PROBATION", "Probation order", "Ordonnance de probation"),
    ("CSO", "Conditional sentence", "Ordonnance de sursis"),
    ("PAROLE", "Parole", "Libération conditionnelle"),
    ("DNA_ORDER", "DNA order", "Ordonnance de prélèvement génétique"),
]
CUTS = {
    "a mark inside another": (
        "one two three",
        [(0, 13, 1, False), (4, 7, 2, False)],
        [Piece("one two three", 1)],
    ),
    "marks that touch": (
        "onetwo",
        [(0, 3, 1, False), (3, 6, 2, False)],
        [Piece("one", 1), Piece("two", 2)],
    ),
    "what found no place": (
        "one\ntwo",
        [(0, 3, 1, False), (4, 7, None, True)],
        [Piece("one", 1), Piece("two", None, True)],
    ),
    "a number before a condition": (
        "Head\n1. one",
        [(8, 11, 1, False)],
        [Piece("Head"), Piece("one", 1)],
    ),
    "a bullet before a condition": (
        "Head\n• one\n o\n two",
        [(7, 10, 1, False), (15, 18, 2, False)],
        [Piece("Head"), Piece("one", 1), Piece("two", 2)],
    ),
    "a number before what found no place": (
        "Head\n1. one",
        [(8, 11, None, True)],
        [Piece("Head\n1. "), Piece("one", None, True)],
    ),
    "spaces between": (
        "one \n two",
        [(0, 3, 1, False), (6, 9, 2, False)],
        [Piece("one", 1), Piece("two", 2)],
    ),
    "no words": ("", [], []),
    "spaces alone": (" \n ", [], []),
}


def plain(words):
    return words.replace("\u00a0", " ")


def last_of(said):
    return said_day(term_of_order(order_of(**said)).last)


@pytest.mark.parametrize("name", LAST)
@pytest.mark.parametrize(("place", "language"), [(1, "en"), (2, "fr")])
def test_a_last_day_in_words(name, place, language):
    with translation.override(language):
        assert plain(last_of(LAST[name][0]).words) == LAST[name][place]


@pytest.mark.parametrize("name", LAST)
def test_the_other_reading_of_a_last_day(name):
    said, *_words, other = LAST[name]

    assert plain(last_of(said).other) == other


@pytest.mark.parametrize("name", LAST)
def test_the_last_step_is_the_short_one(name):
    found = last_of(LAST[name][0])

    assert found.short == found.steps[-1]
    assert found.source != ""


def test_a_day_without_reasons_is_said_without_steps():
    found = said_day(Day(date(2026, 11, 2)))
    assert (plain(found.words), found.short, found.source) == ("Mon 2 Nov 2026", "", "")


@pytest.mark.parametrize(("code", "english", "french"), NAMES)
@pytest.mark.parametrize(("place", "language"), [(0, "en"), (1, "fr")])
def test_an_instrument_begins_with_a_capital(code, english, french, place, language):
    order = order_of(instrument=code)

    with translation.override(language):
        facts = facts_of_order(order, term_of_order(order))
    assert facts.instrument == (english, french)[place]


def test_what_identifies_an_order_stands_above_its_conditions():
    order = order_of(court="Court at Elm", information_number="26-0900")

    facts = facts_of_order(order, term_of_order(order))
    assert (facts.court, facts.number) == ("Court at Elm", "26-0900")
    assert plain(facts.made) == plain(facts.first.words) == "Tue 8 Sep 2026"
    assert facts.flags == ()


@pytest.mark.parametrize("name", CUTS)
def test_a_paper_is_cut(name):
    words, marks, found = CUTS[name]

    assert pieces(words, marks) == found


@given(st.text(alphabet="ab \n", max_size=30), st.lists(st.integers(0, 30), max_size=8))
def test_no_word_of_a_paper_is_lost_wherever_it_is_cut(words, places):
    cuts = sorted({min(each, len(words)) for each in places})
    marks = [(start, end, None, True) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]

    shown = "".join(each.words for each in pieces(words, marks))
    assert "".join(shown.split()) == "".join(words.split())


@given(st.permutations([(0, 2, 1, False), (3, 5, 2, False), (6, 8, 3, False)]))
def test_marks_may_come_in_any_order(marks):
    assert [each.number for each in pieces("aa bb cc", marks)] == [1, 2, 3]


def test_a_condition_whose_place_is_unknown_is_not_marked():
    read = Read(conditions=(ConditionMade(1, "two"), ConditionMade(2, "one", (), 0, 3)))

    assert passages_of("one two", read) == [Piece("one", 2), Piece(" two")]


def test_what_found_no_place_is_marked_as_such():
    read = Read(unplaced=(Passage(4, 7, "two"),))

    assert passages_of("one two", read) == [Piece("one "), Piece("two", None, True)]
