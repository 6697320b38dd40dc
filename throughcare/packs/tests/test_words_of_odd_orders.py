"""What is said of lengths and days that make no sense, in English and in French."""

from datetime import date
from fractions import Fraction

import pytest

from throughcare.kernel.calendar.answers import because
from throughcare.kernel.calendar.lengths import Length
from throughcare.packs.condition_rules import Kind, TimeLimit
from throughcare.packs.limits import Why, due_day
from throughcare.packs.loading import pack_of
from throughcare.packs.stated_words import value_in_words
from throughcare.packs.tests.test_limits import asked, ordered
from throughcare.packs.wording import fact_in_words, say

ONTARIO = pack_of("ca_on")
FACTS = {
    "day": date(2026, 1, 15),
    "first": date(2026, 1, 15),
    "last": date(2026, 1, 14),
    "since": date(2026, 6, 10),
    "until": date(2026, 6, 1),
    "length": Length(days=-5),
}


@pytest.mark.parametrize(
    ("code", "english", "french"),
    [
        (
            "TERM_OUT_OF_CALENDAR",
            "From January 15, 2026, the lengths and days given lead out of the years that a"
            " calendar has. Nothing was computed: look at what was keyed.",
            "À partir du 15 janvier 2026, les durées et les dates données mènent hors des années"
            " d'un calendrier. Rien n'a été calculé\u00a0: vérifiez ce qui a été saisi.",
        ),
        (
            "TERM_WITHOUT_DAYS",
            "As recorded, the order would end on January 14, 2026, before it begins on January 15,"
            " 2026: it binds on no day. Look at its length and at what changed it.",
            "Telle qu'elle est consignée, l'ordonnance prendrait fin le 14 janvier 2026, avant de"
            " commencer le 15 janvier 2026\u00a0: elle ne lie aucun jour. Vérifiez sa durée et ce"
            " qui l'a changée.",
        ),
        (
            "TERM_DAYS_CONTRADICT",
            "The days contradict each other: what comes after June 10, 2026 is recorded on June 1,"
            " 2026, before it. Look at the endorsements; a step of less than a day stops nothing.",
            "Les dates se contredisent\u00a0: ce qui suit le 10 juin 2026 est consigné au 1er juin"
            " 2026, avant cette date. Vérifiez les inscriptions; une étape de moins d'un jour ne"
            " suspend rien.",
        ),
        (
            "TERM_LESS_THAN_NOTHING",
            "A length or credit of -5 days is less than nothing. It was not taken over; look at"
            " what was keyed.",
            "Une durée ou un crédit de -5 jours est moins que rien. La valeur n'a pas été reprise;"
            " vérifiez ce qui a été saisi.",
        ),
        (
            "ASK_OUT_OF_CALENDAR",
            "The time that the order states leads out of the years that a calendar has. Look at"
            " what was keyed, then ask the court office.",
            "Le délai que précise l'ordonnance mène hors des années d'un calendrier. Vérifiez ce"
            " qui a été saisi, puis demandez au greffe.",
        ),
    ],
)
def test_both_languages(code, english, french):
    reason = because(code, "", **FACTS)

    assert (say(ONTARIO, reason, "en"), say(ONTARIO, reason, "fr")) == (english, french)


@pytest.mark.parametrize("unit", ["hour", "day", "week", "month", "year", "business_day"])
@pytest.mark.parametrize("count", [10**8, 10**15, "1e300"])
def test_a_time_limit_that_leaves_the_calendar_is_asked_for(unit, count):
    limit = TimeLimit(("by",))

    found = due_day(ONTARIO, ordered({"by": {"n": count, "unit": unit}}), asked(limit))

    assert found == because(Why.OUT_OF_CALENDAR, "Act, 1")


@pytest.mark.parametrize("count", [1, 48, 10**4])
def test_a_time_limit_inside_it_is_counted(count):
    found = due_day(
        ONTARIO, ordered({"by": {"n": count, "unit": "hour"}}), asked(TimeLimit(("by",)))
    )

    assert found.on.year in (2026, 2027)


@pytest.mark.parametrize("kind", [Kind.NUMBER, Kind.MONEY, Kind.HOURS, Kind.DISTANCE])
@pytest.mark.parametrize("value", ["1e400", "1e5000"])
def test_a_number_too_large_to_be_written_stays_as_it_was_stated(kind, value):
    assert value in value_in_words(ONTARIO, kind, value, "en")


@pytest.mark.parametrize(("amount", "words"), [(Fraction(5, 2), "2.5"), (10**60, str(10**60))])
def test_an_amount_in_a_reason_is_written_however_large(amount, words):
    assert fact_in_words(ONTARIO, Fraction(amount), "en") == words


@pytest.mark.parametrize(("value", "words"), [("0.1", "0.1"), ("1e15", "1,000,000,000,000,000")])
def test_large_and_small_numbers_are_written_exactly(value, words):
    assert value_in_words(ONTARIO, Kind.NUMBER, value, "en") == words
