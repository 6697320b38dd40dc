"""Days as officers type them."""

from datetime import date

import pytest

from throughcare.pages.dates import PartialDate
from throughcare.pages.written_dates import Unreadable, read_day, read_partial

TODAY = date(2026, 11, 24)


def refusal_of(text: str) -> str:
    with pytest.raises(Unreadable) as refused:
        read_day(text, TODAY)
    return str(refused.value).replace("\u00a0", " ")


@pytest.mark.parametrize(
    "written",
    [
        "24 Nov 2026",
        "24 nov. 2026",
        "24 novembre 2026",
        "24 November, 2026",
        "Nov 24, 2026",
        "November 24th 2026",
        "Tue 24 Nov 2026",
        "mardi 24 novembre 2026",
        "24-Nov-2026",
        "2026 Nov 24",
        "2026-11-24",
        "2026/11/24",
        "24/11/2026",
        "11/24/2026",
        "24.11.2026",
        "24 11 2026",
        "  24  NOV  2026 ",
        "24\u00a0nov.\u00a02026",
        "today",
        "Aujourd’hui",
    ],
)
def test_the_same_day_however_it_is_written(written):
    assert read_day(written, TODAY) == TODAY


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1er avril 2028", date(2028, 4, 1)),
        ("3 fév. 2026", date(2026, 2, 3)),
        ("3 fev 2026", date(2026, 2, 3)),
        ("3 févr. 2026", date(2026, 2, 3)),
        ("30 mai 2026", date(2026, 5, 30)),
        ("4 juil. 2026", date(2026, 7, 4)),
        ("4 juin 2026", date(2026, 6, 4)),
        ("15 août 2026", date(2026, 8, 15)),
        ("9 déc 2026", date(2026, 12, 9)),
        ("9 sept 2026", date(2026, 9, 9)),
        ("mar. 3 mars 2026", date(2026, 3, 3)),
        ("29 Feb 2028", date(2028, 2, 29)),
        ("5/5/2026", date(2026, 5, 5)),
        ("yesterday", date(2026, 11, 23)),
        ("hier", date(2026, 11, 23)),
        ("demain", date(2026, 11, 25)),
    ],
)
def test_days_in_both_languages(written, expected):
    assert read_day(written, TODAY) == expected


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        (
            "5/6/2026",
            "This can be read two ways: 5 Jun 2026 or 6 May 2026. Write the month as a word.",
        ),
        ("31 Nov 2026", "November 2026 has 30 days."),
        ("29 Feb 2026", "February 2026 has 28 days."),
        ("2026-13-01", "There is no month 13."),
        ("24 Nov 26", "Write the year with four figures."),
        ("24/11/26", "Write the year with four figures."),
        ("24 Nov", "Add the year."),
        ("Nov 2026", "Add the day and the month, such as 24 Nov 2026."),
        ("2026", "Add the day and the month, such as 24 Nov 2026."),
        ("24 Nov 1026", "Check the year, 1026."),
        ("4 jui 2026", "Write a day such as 24 Nov 2026."),
        ("next week", "Write a day such as 24 Nov 2026."),
        ("24 Nov Dec 2026", "Write a day such as 24 Nov 2026."),
        ("<script>", "Write a day such as 24 Nov 2026."),
        ("٢٤ Nov 2026", "Write a day such as 24 Nov 2026."),
    ],
)
def test_what_cannot_be_read_says_what_would_be(written, sentence):
    assert refusal_of(written) == sentence


@pytest.mark.parametrize(
    "written", ["9" * 5000 + " Nov 2026", "24 Nov " + "9" * 5000, "Nov " * 900]
)
def test_a_text_without_end_is_only_refused(written):
    assert refusal_of(written) in {
        "Write a day such as 24 Nov 2026.",
        "Write the year with four figures.",
    }


def test_the_sentence_is_in_the_language_of_the_page(french):
    assert refusal_of("31 nov 2026") == "Il y a 30 jours en novembre 2026."
    assert refusal_of("5/6/2026") == (
        "On peut le lire de deux façons : 5 juin 2026 ou 6 mai 2026. Écrivez le mois en lettres."
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1989", PartialDate(1989)),
        ("1989-08", PartialDate(1989, 8)),
        ("Aug 1989", PartialDate(1989, 8)),
        ("août 1989", PartialDate(1989, 8)),
        ("3 août 1989", PartialDate(1989, 8, 3)),
        ("1989-08-03", PartialDate(1989, 8, 3)),
    ],
)
def test_a_day_known_in_part(written, expected):
    assert read_partial(written) == expected


def test_what_is_not_even_a_year():
    with pytest.raises(Unreadable, match=r"^Write a day, a month or a year, such as 3 Aug 1989"):
        read_partial("about 40")
