"""Reasons in words: a pack's sentence with the facts of the case in it."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.numbers import format_decimal

from throughcare.kernel.calendar.answers import Fact, Reason
from throughcare.kernel.calendar.lengths import Length
from throughcare.packs.pack import Pack

LOCALES = {"en": "en_CA", "fr": "fr_CA"}
UNITS = {
    "en": {
        "years": ("year", "years"),
        "months": ("month", "months"),
        "weeks": ("week", "weeks"),
        "days": ("day", "days"),
    },
    "fr": {
        "years": ("an", "ans"),
        "months": ("mois", "mois"),
        "weeks": ("semaine", "semaines"),
        "days": ("jour", "jours"),
    },
}
PARAGRAPH = re.compile(r"\(([a-hj-z](?:\.\d+)?)\)")  # French Acts cite 135(3)a), not 135(3)(a)
JOINS = {"en": (" and ", " less "), "fr": (" et ", " moins ")}


def say(pack: Pack, reason: Reason, language: str, zone: str | None = None) -> str:
    """Return a reason as a sentence. Moments are told in the local time of `zone`."""
    facts = {name: fact_in_words(pack, fact, language, zone) for name, fact in reason.facts}
    sentence = pack.sentences[reason.code][language].format(**facts)
    return sentence[:1].upper() + sentence[1:]


def authority_in_words(pack: Pack, authority: str, language: str) -> str:
    """Return an authority with the names of the Acts in a language."""
    for words, translated in pack.authorities.get(language, {}).items():
        authority = authority.replace(words, translated)
    return PARAGRAPH.sub(r"\1)", authority) if language == "fr" else authority


def fact_in_words(pack: Pack, fact: Fact, language: str, zone: str | None = None) -> str:
    """Return a fact in words: a day, a moment, a length, a count, or the name of a rule."""
    if isinstance(fact, datetime):
        return _moment_in_words(fact, language, zone)
    if isinstance(fact, date):
        return day_in_words(fact, language)
    if isinstance(fact, Length):
        return length_in_words(fact, language)
    if isinstance(fact, Fraction):
        return _amount_in_words(fact, language)
    if isinstance(fact, str):
        # What belongs to one condition alone is written KIND@condition.
        code = fact.partition("@")[0]
        named = (pack.labels.get(code), pack.evidence.get(code), pack.sentences.get(code))
        return next((words for words in named if words), {language: fact})[language]
    return str(fact)


def _amount_in_words(amount: Fraction, language: str) -> str:
    """Return an amount; one too large to be written out stays as it is."""
    try:
        exact = Decimal(amount.numerator) / amount.denominator
        return str(format_decimal(exact, locale=LOCALES[language]))
    except ArithmeticError:
        return str(amount)


def day_in_words(day: date, language: str) -> str:
    """Return a day: January 1, 2026; 1er janvier 2026."""
    words: str = format_date(day, "long", locale=LOCALES[language])
    return words.replace("1 ", "1er ", 1) if language == "fr" and day.day == 1 else words


def length_in_words(length: Length, language: str) -> str:
    """Return a length: 2 years less 1 day; 2 ans moins 1 jour."""
    together, less = JOINS[language]
    counts = {unit: getattr(length, unit) for unit in UNITS[language]}
    parts = [_counted(count, unit, language) for unit, count in counts.items() if count]
    words = together.join(parts) or _counted(0, "days", language)
    return (
        words + less + _counted(length.less_days, "days", language) if length.less_days else words
    )


def _counted(count: int, unit: str, language: str) -> str:
    """Return a count with its unit."""
    one, many = UNITS[language][unit]
    return f"{count} {one if count == 1 or (count == 0 and language == 'fr') else many}"


def _moment_in_words(moment: datetime, language: str, zone: str | None) -> str:
    """Return a day and a time of day, in local time where the moment has a zone."""
    local = moment.astimezone(ZoneInfo(zone)) if zone and moment.tzinfo else moment
    time = format_time(local, "short", locale=LOCALES[language])
    join = " at " if language == "en" else " à "
    return f"{day_in_words(local.date(), language)}{join}{time}"
