"""Parts of an order in words: the first 12 months, the last week, the balance, the whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from throughcare.packs.conditions import number

SAID = {
    "en": {
        "whole": "for the whole order",
        "first": "for {first}",
        "last": "for {last}",
        "rest": "after {since}",
        "between": "after {since}, until {until} have passed",
    },
    "fr": {
        "whole": "pendant toute la durée de l'ordonnance",
        "first": "pendant {first}",
        "last": "pendant {last}",
        "rest": "après {since}",
        "between": "après {since} et jusqu'au terme de {until}",
    },
}
EDGES = {
    "en": {
        "first": ("the first {unit}", "the first {count}"),
        "last": ("the last {unit}", "the last {count}"),
    },
    "fr": {
        "first": ("{le} {premier} {unit}", "les {number} {premier}s {unit}"),
        "last": ("{le} {dernier} {unit}", "les {number} {dernier}s {unit}"),
    },
}
MASCULINE = {"le": "le", "premier": "premier", "dernier": "dernier"}
FEMININE = {"le": "la", "premier": "première", "dernier": "dernière"}
FEMININE_UNITS = frozenset({"hours", "weeks", "years"})
YEARS = {"an": "année", "ans": "années"}
"""A number of years that is one stretch is counted in *années*."""

Counted = Callable[[Any], str]


def part_in_words(
    value: Mapping[str, Any], unit: str, language: str, counted: Counted, ends: frozenset[str]
) -> str | None:
    """Return a part of an order in words, or None where the record says no part that is known.

    `counted` says a count with its unit; `ends` are the words that stand for the order's end.
    """
    said = SAID[language]
    last, since, until = (value.get(name) for name in ("last", "from", "to"))
    if number(last):
        return said["last"].format(last=_edge("last", last, unit, language, counted))
    if number(since):
        rest = _edge("first", since, unit, language, counted)
        to = counted(until) if number(until) else ""
        return said["between" if to else "rest"].format(since=rest, until=to)
    beginning = value.get("first", until)
    if number(beginning):
        return said["first"].format(first=_edge("first", beginning, unit, language, counted))
    return said["whole"] if until in ends else None


def _edge(part: str, count: Any, unit: str, language: str, counted: Counted) -> str:
    """Return the beginning or the end of an order: the first 12 months; la dernière semaine."""
    one, many = EDGES[language][part]
    words = counted(count)
    amount, _, name = words.rpartition(" ")
    gender = FEMININE if unit in FEMININE_UNITS else MASCULINE
    name = YEARS.get(name, name) if language == "fr" else name
    pattern = one if number(count) == 1 else many
    return pattern.format(count=words, number=amount, unit=name, **gender)
