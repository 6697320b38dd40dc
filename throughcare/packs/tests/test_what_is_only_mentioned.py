"""What an order only mentions, was asked for, or begins with is not ordered again. All invented."""

from datetime import date

import pytest

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.reading.reading import read_order
from throughcare.packs.reading import folder_with_words, order_words

LAW = order_words(folder_with_words()).law


def read(words):
    """Return what is read in some words."""
    return read_order(LAW, words, date(2026, 3, 2))


def codes(words):
    """Return the codes found in some words."""
    return {code for each in read(words).proposed for code in each.codes}


@pytest.mark.parametrize(
    "words",
    [
        "I was asked to order restitution of $4,100. I decline to do so.",
        "[47] The court was asked to order restitution of $900. I will not.",
        "I have been asked to make a restitution order of $300. I am not going to.",
        "On m'a demandé d'ordonner la restitution de 400 $. Je refuse.",
    ],
)
def test_what_was_asked_and_refused(words):
    found = read(words)

    assert "RESTITUTION" not in {code for each in found.proposed for code in each.codes}
    assert "RECITED_TERMS" in {flag.code for flag in found.flags}


def test_what_was_asked_and_ordered():
    words = "I was asked to order restitution, and I order restitution of $400 to the victim."

    assert "RESTITUTION" in codes(words)


@pytest.mark.parametrize(
    "words",
    [
        "1. During any period of house arrest or curfew she shall answer the door to the police.",
        "1. Throughout every period of curfew, you must answer the telephone.",
        "1. While he is under house arrest, he must answer the door when the police attend.",
        "1. Pendant toute période de couvre-feu, vous devez répondre à la porte.",
    ],
)
def test_a_confinement_that_is_only_mentioned(words):
    assert codes(words) & {"HOUSE_ARREST", "CURFEW"} == set()


@pytest.mark.parametrize(
    "words",
    [
        "Remain in your residence at all times, beginning at 8:00 p.m. on April 14, 2026, EXCEPT:",
        "Stay in your home at all times, starting today at 6 p.m., except for work.",
        "Remain in your residence at all times, effective 5:00 p.m. today.",
        "Demeurer dans sa résidence en tout temps, à compter de 20 h aujourd'hui, sauf pour le"
        " travail.",
    ],
)
def test_house_arrest_with_the_time_it_begins(words):
    assert codes(f"1. {words}") == {"HOUSE_ARREST"}


@pytest.mark.parametrize(
    "words",
    [
        "Remain in your residence at all times beginning at 9 p.m. until 6 a.m.",
        "During the first six months you are under a curfew from 9 p.m. to 6 a.m.",
        "Remain in your residence from 9:00 p.m. until 6:00 a.m.",
    ],
)
def test_a_curfew_is_still_one(words):
    assert "CURFEW" in codes(f"1. {words}")


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("I sentence Ms. Roy to a conditional sentence of imprisonment of 18 months.", 18),
        ("A conditional sentence of imprisonment for fifteen months is imposed.", 15),
        ("He is sentenced to a conditional sentence of incarceration of 12 months.", 12),
        ("Je la condamne à une peine d'emprisonnement avec sursis de 18 mois.", 18),
    ],
)
def test_the_length_of_a_conditional_sentence_of_imprisonment(words, length):
    assert read(words).length == Length(months=length)
