"""Every number in words is the number it says, or in doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.reading.tests.samples import COUNTING, said
from throughcare.kernel.reading.tests.spelling import english, french, french_of_1990
from throughcare.kernel.reading.texts import folded

EVERY = range(10_000)


def read(words, unit="days"):
    """Return each number of a text with its doubt."""
    return [(each.number, each.doubt) for each in COUNTING.quantities(folded(f"{words} {unit}"))]


@pytest.mark.parametrize("spelled", [english, french, french_of_1990])
def test_every_number_below_ten_thousand_is_read_without_doubt(spelled):
    assert [number for number in EVERY if read(spelled(number)) != [(number, "")]] == []


@pytest.mark.parametrize("join", [" ", "-", "-and-", "\nand "])
def test_english_words_may_be_joined_in_every_usual_way(join):
    assert [each for each in range(1000) if read(english(each, join)) != [(each, "")]] == []


@given(st.integers(1, 9999), st.sampled_from([english, french, french_of_1990]))
def test_words_before_the_same_figures_agree(number, spelled):
    assert read(f"{spelled(number)} ({number})") == [(number, "")]


@given(st.integers(1, 9999), st.sampled_from([english, french, french_of_1990]))
def test_figures_before_the_same_words_agree(number, spelled):
    assert read(f"{number} ({spelled(number)})") == [(number, "")]


@given(st.integers(1, 9999), st.integers(1, 9999), st.sampled_from([english, french]))
def test_words_and_figures_that_differ_are_in_doubt(number, other, spelled):
    doubt = "" if number == other else "NUMBER_CONTRADICTED"

    assert read(f"{spelled(number)} ({other})") == [(number, doubt)]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("septante", 70),
        ("septante-cinq", 75),
        ("huitante", 80),
        ("octante-deux", 82),
        ("nonante", 90),
        ("cent nonante-neuf", 199),
    ],
)
def test_numbers_of_other_places_are_in_doubt(words, number):
    assert read(words) == [(number, "NUMBER_UNCERTAIN")]


@pytest.mark.parametrize(
    "words",
    [
        "ten twenty",
        "two four",
        "twenty thirty",
        "one hundred hundred",
        "5 hundred",
        "2 to 3",
        "two or three",
        "two (2) to three (3)",
        "10-12",
        "deux ou trois",
        "entre 5 et 10",
        "dix vingt",
        "trente-douze",
        "zero five",
    ],
)
def test_what_no_number_is_or_what_is_two_numbers_is_in_doubt(words):
    assert read(words)[-1][1] == "NUMBER_UNCERTAIN"


@pytest.mark.parametrize(
    ("words", "unit", "number"),
    [
        ("twelve hundred", "hours", 1200),
        ("a hundred", "metres", 100),
        ("a thousand", "metres", 1000),
        ("2½", "years", 2.5),
        ("2 1/2", "years", 2.5),
        ("two and a half", "years", 2.5),
        ("two-and-one-half", "years", 2.5),
        ("deux", "ans et demi", 2.5),
        ("une", "heure et demie", 1.5),
        ("one", "year and a half", 1.5),
        ("2,5", "ans", 2.5),
        ("1,250", "hours", 1250),
        ("1 250", "heures", 1250),
        ("49.75", "hours", 49.75),
        ("within a", "week", 1),
        ("dans une", "semaine", 1),
    ],
)
def test_hundreds_halves_and_figures(words, unit, number):
    assert read(words, unit) == [(number, "")]


@pytest.mark.parametrize("words", ["3/4", "2¾", "1/3", "a quarter of an"])
def test_other_fractions_are_not_stated(words):
    assert read(words, "hours") == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("les trois premiers mois", [(3, "")]),
        ("les deux dernières années", [(2, "")]),
        ("le premier mois", [(1, "")]),
        ("the first three months and the last month", [(3, ""), (1, "")]),
    ],
)
def test_a_part_of_the_time_is_counted_once(words, found):
    assert [(each.number, each.doubt) for each in COUNTING.quantities(words)] == found


@pytest.mark.parametrize(
    ("text", "hours", "doubts"),
    [
        ("1. Perform one hundred and twenty hours of community service.", 120, ()),
        ("1. Effectuer quatre-vingt-dix heures de service communautaire.", 90, ()),
        ("1. Faire soixante et onze (71) heures de service communautaire.", 71, ()),
        ("1. Perform sixty (16) hours of community service.", 60, ("NUMBER_CONTRADICTED",)),
        ("1. Faire septante heures de service communautaire.", 70, ("NUMBER_UNCERTAIN",)),
    ],
)
def test_hours_of_service_in_words(text, hours, doubts):
    assert (said(text)[0]["hours"], said(text)[1]) == (hours, doubts)
