"""Lengths of orders typed with every unit, number word and joining word of both languages."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.calendar.lengths import Length
from throughcare.orders.forms.taking_in import length_words
from throughcare.orders.lengths import read_length
from throughcare.orders.reading import Read

UNITS = {
    "years": ("year", "years", "yr", "yrs", "y", "an", "ans", "année", "années"),
    "months": ("month", "months", "mo", "m", "mois"),
    "weeks": ("week", "weeks", "w", "semaine", "semaines"),
    "days": ("day", "days", "d", "jour", "jours", "j"),
}
UNIT_CASES = [(word, unit) for unit, words in UNITS.items() for word in words]
NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "un": 1,
    "une": 1,
    "two": 2,
    "deux": 2,
    "three": 3,
    "trois": 3,
    "four": 4,
    "quatre": 4,
    "five": 5,
    "cinq": 5,
    "six": 6,
    "nine": 9,
    "neuf": 9,
    "twelve": 12,
    "douze": 12,
    "eighteen": 18,
    "dix-huit": 18,
}
JOINED = [
    "2 years 6 months",
    "2 years, 6 months",
    "2 years and 6 months",
    "2 years plus 6 months",
    "2 years + 6 months",
    "2 years (6 months)",
    "(2 years) (6 months)",
    "2y6m",
    "2 ans 6 mois",
    "2 ans et 6 mois",
    "2 ans plus 6 mois",
    "deux ans, six mois",
    "6 mois et 2 ans",
]
LESS = [
    ("1 year less a day", Length(years=1, less_days=1)),
    ("un an moins un jour", Length(years=1, less_days=1)),
    ("2 ans moins 10 jours", Length(years=2, less_days=10)),
    ("18 months less two days", Length(months=18, less_days=2)),
    ("3 weeks less 2 days", Length(weeks=3, less_days=2)),
    ("1 year and 6 months less 1 day", Length(years=1, months=6, less_days=1)),
    ("1 an et 6 mois, moins 1 jour", Length(years=1, months=6, less_days=1)),
]
NOT_LESS = [
    "less",
    "moins",
    "moins un jour",
    "2 years less",
    "2 years less 0 days",
    "2 years less 1 week",
    "2 ans moins un mois",
    "18 less 1 day",
    "2 years less a day or so",
    "2 years less tomorrow",
]
NOT_LENGTHS = [
    "months 18",
    "18 18",
    "10000 months",
    "two-years",
    "18 monthsish",
    "seven months",
    "sept mois",
    "1 year; 6 months",
    "1 fortnight",
    "indefinite",
    "à vie",
    "until further order",
]


@pytest.mark.parametrize(("word", "unit"), UNIT_CASES)
def test_a_word_for_a_unit(word, unit):
    assert read_length(f"3 {word}") == Length(**{unit: 3})


@pytest.mark.parametrize(("word", "number"), NUMBERS.items())
def test_a_number_in_words(word, number):
    assert read_length(f"{word} months") == Length(months=number)


@pytest.mark.parametrize("typed", JOINED)
def test_parts_may_be_joined_in_any_of_the_usual_ways(typed):
    assert read_length(typed) == Length(years=2, months=6)


@pytest.mark.parametrize(("typed", "length"), LESS)
def test_days_are_taken_from_a_length(typed, length):
    assert read_length(typed) == length


@pytest.mark.parametrize("typed", NOT_LESS)
def test_only_days_are_taken_from_a_length_that_is_there(typed):
    assert read_length(typed) is None


@pytest.mark.parametrize("typed", NOT_LENGTHS)
def test_what_is_no_length_is_left_to_the_clerk(typed):
    assert read_length(typed) is None


@given(*(st.integers(0, 50) for _unit in UNITS))
def test_parts_of_every_unit_are_each_kept_in_their_own(years, months, weeks, days):
    length = Length(years=years, months=months, weeks=weeks, days=days)
    typed = f"{years} years, {months} months, {weeks} weeks and {days} days"

    assert read_length(typed) == (None if length == Length() else length)


@given(st.integers(1, 99), st.integers(1, 99))
def test_both_languages_say_the_same_length(years, less):
    english = read_length(f"{years} years less {less} days")

    assert english == Length(years=years, less_days=less)
    assert read_length(f"{years} ans moins {less} jours") == english


@given(st.sampled_from(JOINED), st.sampled_from([" ", "  ", "\t", "\n", "\u00a0"]))
def test_the_kind_of_space_makes_no_difference(typed, space):
    assert read_length(f"{space}{typed.replace(' ', space)}{space}") == read_length(typed)


@given(st.sampled_from([typed for typed, _length in LESS]))
def test_capitals_make_no_difference(typed):
    assert read_length(typed.upper()) == read_length(typed)


@pytest.mark.parametrize("language", ["en", "fr"])
@given(parts=st.builds(Length, *[st.integers(0, 3)] * 5).filter(lambda each: each.months))
def test_a_length_is_typed_as_it_will_be_read(parts, language):
    with translation.override(language):
        assert read_length(length_words(Read(length=parts))) == parts


def test_a_length_is_said_as_people_say_it():
    assert length_words(Read(length=Length(years=2, less_days=1))) == "2 years less 1 day"
