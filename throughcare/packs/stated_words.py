"""What a court stated, in words: hours, distances, windows, persons, time limits, parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from typing import Any

from babel.dates import format_time
from babel.numbers import format_currency, format_decimal

from throughcare.packs.condition_rules import ConditionRule, Kind
from throughcare.packs.conditions import number
from throughcare.packs.limits import SAME_DAY
from throughcare.packs.pack import Pack
from throughcare.packs.parts_in_words import part_in_words
from throughcare.packs.wording import LOCALES, day_in_words

AND = {"en": " and ", "fr": " et "}
OR = {"en": " or ", "fr": " ou "}
FROM_TO = {"en": "from {start} to {end}", "fr": "de {start} à {end}"}
YES_NO = {"en": ("no", "yes"), "fr": ("non", "oui")}
METRES = {"en": ("metre", "metres"), "fr": ("mètre", "mètres")}
LIMITS = {
    "en": {
        "same_day": "today",
        "day": "by {day}",
        "time": "by {day}, {time}",
        "within": "within {length}",
        "within_of": "within {length} of {since}",
        "end": "by {end}",
    },
    "fr": {
        "same_day": "aujourd'hui",
        "day": "au plus tard le {day}",
        "time": "au plus tard le {day}, {time}",
        "within": "dans un délai de {length}",
        "within_of": "dans un délai de {length} suivant {since}",
        "end": "avant {end}",
    },
}
WHOLE_MONEY = {"en": "¤#,##0", "fr": "#,##0\u00a0¤"}
TIMES = {"en": ("h\u00a0a", "h:mm\u00a0a"), "fr": ("H\u00a0'h'", "H\u00a0'h'\u00a0mm")}
UNITS = {
    "en": {
        "hours": ("hour", "hours"),
        "days": ("day", "days"),
        "working_days": ("working day", "working days"),
        "weeks": ("week", "weeks"),
        "months": ("month", "months"),
        "years": ("year", "years"),
    },
    "fr": {
        "hours": ("heure", "heures"),
        "days": ("jour", "jours"),
        "working_days": ("jour ouvrable", "jours ouvrables"),
        "weeks": ("semaine", "semaines"),
        "months": ("mois", "mois"),
        "years": ("an", "ans"),
    },
}


def stated_in_words(
    pack: Pack, rule: ConditionRule, parameters: Mapping[str, Any], language: str
) -> dict[str, str]:
    """Return every stated parameter in words, by name; what is not stated is left out."""
    return {
        each.name: value_in_words(pack, each.kind, parameters[each.name], language)
        for each in rule.parameters
        if parameters.get(each.name) not in (None, "", [], {})
    }


def value_in_words(pack: Pack, kind: Kind, value: Any, language: str) -> str:
    """Return one stated value in words; a number too large to be written stays as it was stated."""
    try:
        return _WAYS.get(kind, _text)(pack, value, language)
    except ArithmeticError:
        return _text(pack, value, language)


def _number(pack: Pack, value: Any, language: str) -> str:
    count = number(value)
    if count is None:
        return _text(pack, value, language)
    words: str = format_decimal(_decimal(count), locale=LOCALES[language])
    return words


def _decimal(count: Fraction) -> Decimal:
    """Return an amount as it is written, however large."""
    return Decimal(count.numerator) / count.denominator


def _money(pack: Pack, value: Any, language: str) -> str:
    count = number(value)
    if count is None:
        return _text(pack, value, language)
    words: str = format_currency(
        _decimal(count),
        pack.words.currency,
        format=None if count.denominator != 1 else WHOLE_MONEY[language],
        currency_digits=count.denominator != 1,
        locale=LOCALES[language],
    )
    return words


def _window(pack: Pack, value: Any, language: str) -> str:
    if not isinstance(value, Mapping) or "start" not in value or "end" not in value:
        return _text(pack, value, language)
    ends = {name: _clock_time(str(value[name]), language) for name in ("start", "end")}
    return FROM_TO[language].format(**ends)


def _clock_time(said: str, language: str) -> str:
    """Return a time of day as people say it: 11 p.m.; 23 h 30."""
    try:
        at = time.fromisoformat(said)
    except ValueError:
        return said
    pattern = TIMES[language][bool(at.minute)]
    words: str = format_time(at, pattern, locale=LOCALES[language])
    return words


def _distance(pack: Pack, value: Any, language: str) -> str:
    if number(value) is None:
        return _text(pack, value, language)
    one, many = METRES[language]
    return f"{_number(pack, value, language)} {one if number(value) == 1 else many}"


def _limit(pack: Pack, value: Any, language: str) -> str:
    """Return a time limit: within 2 working days of the order; by the end of the order."""
    words = LIMITS[language]
    stated = value["date"] if isinstance(value, Mapping) and "date" in value else value
    if day := _as_day(stated):
        return _on_day(day, value, language)
    if not isinstance(value, Mapping) or "date" in value:
        return _text(pack, stated, language)
    if "at" in value:
        return words["end"].format(end=_text(pack, value["at"], language))
    return _after(pack, value, language)


def _on_day(day: date, value: Any, language: str) -> str:
    """Return a last day, and the time of it where the court said one."""
    words, on = LIMITS[language], day_in_words(day, language)
    if not isinstance(value, Mapping) or "time" not in value:
        return words["day"].format(day=on)
    return words["time"].format(day=on, time=_clock_time(str(value["time"]), language))


def _after(pack: Pack, value: Mapping[str, Any], language: str) -> str:
    words, unit = LIMITS[language], _unit(pack, value)
    if unit == SAME_DAY:
        return words["same_day"]
    length = counted(pack, value.get("n"), unit, language)
    if "from" not in value:
        return words["within"].format(length=length)
    return words["within_of"].format(length=length, since=_text(pack, value["from"], language))


def _as_day(value: Any) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _unit(pack: Pack, value: Mapping[str, Any]) -> str:
    word = str(value.get("unit"))
    return pack.words.units.get(word, word)


def counted(pack: Pack, count: Any, unit: str, language: str) -> str:
    """Return a count with its unit: 1 day, 48 hours."""
    one, many = UNITS[language].get(unit, (unit, unit))
    return f"{_number(pack, count, language)} {one if number(count) == 1 else many}"


def _length(pack: Pack, value: Any, language: str) -> str:
    if not isinstance(value, Mapping):
        return _number(pack, value, language)
    return counted(pack, value.get("n"), _unit(pack, value), language)


def _phase(pack: Pack, value: Any, language: str) -> str:
    """Return a part of an order: the first 12 months."""
    if not isinstance(value, Mapping):
        return _text(pack, value, language)
    unit = _unit(pack, value)
    words = part_in_words(
        value,
        unit,
        language,
        lambda count: counted(pack, count, unit, language),
        pack.words.ends,
    )
    return words or _text(pack, value, language)


def _text(pack: Pack, value: Any, language: str) -> str:
    """Return a text as stated, a code as the pack says it, several joined."""
    if isinstance(value, Mapping):
        return _text(pack, value.get("code", ", ".join(map(str, value.values()))), language)
    if isinstance(value, str) or not isinstance(value, Sequence):
        texts = pack.words.said.get(str(value))
        return texts[language] if texts else str(value)
    return joined([_text(pack, each, language) for each in value], AND[language])


def _any_of(pack: Pack, value: Any, language: str) -> str:
    """Return persons, places or exceptions: any of them."""
    if isinstance(value, str) or not isinstance(value, Sequence):
        return _text(pack, value, language)
    return joined([_text(pack, each, language) for each in value], OR[language])


def _flag(pack: Pack, value: Any, language: str) -> str:
    return YES_NO[language][value] if isinstance(value, bool) else _text(pack, value, language)


def joined(words: Sequence[str], last: str) -> str:
    """Return a list in words: A, B and C."""
    *firsts, end = words or [""]
    return last.join([", ".join(firsts), end]) if firsts else end


_WAYS: dict[Kind, Callable[[Pack, Any, str], str]] = {
    Kind.HOURS: _number,
    Kind.NUMBER: _number,
    Kind.DISTANCE: _distance,
    Kind.MONEY: _money,
    Kind.WINDOW: _window,
    Kind.REPORT_WITHIN: _limit,
    Kind.LENGTH: _length,
    Kind.PHASE: _phase,
    Kind.DAY: _limit,
    Kind.DEADLINE: _limit,
    Kind.FLAG: _flag,
    Kind.PERSONS: _any_of,
    Kind.PLACES: _any_of,
    Kind.EXCEPTIONS: _any_of,
}
