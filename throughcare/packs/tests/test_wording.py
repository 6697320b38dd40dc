from datetime import UTC, date, datetime

import pytest

from throughcare.kernel.calendar.answers import because
from throughcare.kernel.calendar.counting import deadline_from
from throughcare.kernel.calendar.hours import hours_after, local_moment
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.terms.acts import Made
from throughcare.kernel.terms.computing import term_of
from throughcare.packs.loading import PACKS, load
from throughcare.packs.wording import day_in_words, fact_in_words, length_in_words, say

ONTARIO = load(PACKS / "ca_on")


@pytest.mark.parametrize(
    ("day", "english", "french"),
    [
        ("2026-01-15", "January 15, 2026", "15 janvier 2026"),
        ("2026-08-01", "August 1, 2026", "1er août 2026"),
        ("2026-12-11", "December 11, 2026", "11 décembre 2026"),
    ],
)
def test_days(day, english, french):
    day = date.fromisoformat(day)

    assert (day_in_words(day, "en"), day_in_words(day, "fr")) == (english, french)


@pytest.mark.parametrize(
    ("length", "english", "french"),
    [
        (Length(years=2, less_days=1), "2 years less 1 day", "2 ans moins 1 jour"),
        (Length(months=1), "1 month", "1 mois"),
        (Length(), "0 days", "0 jour"),
        (Length(months=15, days=15), "15 months and 15 days", "15 mois et 15 jours"),
        (Length(weeks=2), "2 weeks", "2 semaines"),
        (Length(years=1, less_days=2), "1 year less 2 days", "1 an moins 2 jours"),
    ],
)
def test_lengths(length, english, french):
    assert (length_in_words(length, "en"), length_in_words(length, "fr")) == (english, french)


@pytest.mark.parametrize(
    ("fact", "english", "french"),
    [
        (12, "12", "12"),
        ("CSO_BREACH_HEARING", "Hearing of an alleged breach", "Début de l'audience"),
        ("Kenora", "Kenora", "Kenora"),
        (datetime(2026, 11, 1, 1, 30), "November 1, 2026 at 1:30", "1er novembre 2026 à 01 h 30"),
        (
            datetime(2026, 6, 1, 18, 0, tzinfo=UTC),
            "June 1, 2026 at 2:00",
            "1er juin 2026 à 14 h 00",
        ),
    ],
)
def test_facts(fact, english, french):
    words = [fact_in_words(ONTARIO, fact, language, "America/Toronto") for language in ("en", "fr")]

    assert words[0].replace("\u202f", " ").startswith(english)
    assert words[1].replace("\u202f", " ").startswith(french)


def test_a_deadline_explains_itself_in_both_languages():
    due = deadline_from(ONTARIO.clocks, "CSO_CHANGE_HEARING", date(2026, 4, 17)).due

    assert "\n".join(say(ONTARIO, reason, "en") for reason in due.reasons) == (
        "Hearing on a proposed change to a conditional sentence: 30 days,"
        " counted from April 17, 2026.\n"
        "April 17, 2026 is left out and the last day is counted, so 30 days leads to"
        " May 17, 2026.\n"
        "May 17, 2026 is a holiday (Sunday): the act may still be done on May 19, 2026,"
        " the next day that is not one."
    )
    assert say(ONTARIO, due.reasons[2], "fr") == (
        "Le 17 mai 2026 est un jour férié (dimanche)\u00a0: l'acte peut encore être accompli le"
        " 19 mai 2026, premier jour suivant qui ne l'est pas."
    )


def test_a_term_explains_itself_in_both_languages():
    made = Made("PROBATION", date(2024, 2, 29), Length(months=12))
    reasons = term_of(ONTARIO.terms, made).reasons

    assert "\n".join(say(ONTARIO, reason, "en") for reason in reasons) == (
        "The order is in force from the day it was made, February 29, 2024.\n"
        "The first day, February 29, 2024, counts: 12 months from then end on"
        " February 27, 2025.\n"
        "The last month has no day with the number of February 29, 2024. February 27, 2025 is"
        " certain; February 28, 2025 is disputed. Never allege a breach of the disputed day: a"
        " person must decide."
    )
    assert say(ONTARIO, reasons[0], "fr") == (
        "L'ordonnance est en vigueur dès le jour où elle a été rendue, le 29 février 2024."
    )


def test_moments_are_told_in_local_time():
    arrested = local_moment(datetime(2026, 10, 31, 10, 0), "America/Winnipeg")
    reason = hours_after(arrested, 48, "Act, 1").reasons[0]
    said = say(ONTARIO, reason, "en", "America/Winnipeg").replace("\u202f", " ")

    assert said.startswith("48 hours run from October 31, 2026 at 10:00")
    assert "until November 2, 2026 at 9:00" in said


def test_a_sentence_begins_with_a_capital():
    reason = because("HOLIDAY_MAY_MOVE_ACT", "", day="x", holiday="MARKET", moved="y")

    assert say(ONTARIO, reason, "en").startswith("X may be a holiday (MARKET).")
