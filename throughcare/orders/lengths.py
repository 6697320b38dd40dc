"""Lengths of orders as clerks type them: 18 months, two years less a day, 12 mois."""

import re
import unicodedata

from throughcare.kernel.calendar.lengths import NOTHING, Length

NUMBERS = {
    **dict.fromkeys(("a", "an", "one", "un", "une"), 1),
    **dict.fromkeys(("two", "deux"), 2),
    **dict.fromkeys(("three", "trois"), 3),
    **dict.fromkeys(("four", "quatre"), 4),
    **dict.fromkeys(("five", "cinq"), 5),
    **dict.fromkeys(("six",), 6),
    **dict.fromkeys(("nine", "neuf"), 9),
    **dict.fromkeys(("twelve", "douze"), 12),
    **dict.fromkeys(("eighteen", "dix-huit"), 18),
}
UNITS = {
    **dict.fromkeys(("year", "years", "yr", "yrs", "y", "an", "ans", "annee", "annees"), "years"),
    **dict.fromkeys(("month", "months", "mo", "m", "mois"), "months"),
    **dict.fromkeys(("week", "weeks", "w", "semaine", "semaines"), "weeks"),
    **dict.fromkeys(("day", "days", "d", "jour", "jours", "j"), "days"),
}
PART = re.compile(r"([0-9]{1,4}|[a-z-]+)\s*([a-z]+)")
FIGURES = re.compile(r"[0-9]{1,4}")
JOINS = re.compile(r"\b(?:and|et|plus|of|de)\b|[,()+]")
LESS = re.compile(r"\b(?:less|moins)\b")
MOST_YEARS = 100
MOST_DAYS = MOST_YEARS * 365


def is_too_long(length: Length) -> bool:
    """Say whether a length is more than any order lasts: a slip of the pen, or of the hand."""
    days = length.weeks * 7 + length.days
    return length.whole_months > MOST_YEARS * 12 or max(days, length.less_days) > MOST_DAYS


def read_length(text: str) -> Length | None:
    """Return a length as it was typed, or None where it cannot be read or no order lasts so long.

    A number alone is months: that is how a clerk's form is filled in.
    """
    length = _read(_plain(text))
    return None if length is None or is_too_long(length) else length


def _read(bare: str) -> Length | None:
    if FIGURES.fullmatch(bare):
        return Length(months=int(bare)) if int(bare) else None
    before, *after = LESS.split(bare)
    parts, less = _parts(before), _parts(after[0]) if after else NOTHING
    if parts is None or less is None or len(after) > 1 or parts == NOTHING:
        return None
    if after and less.days == 0:
        return None
    return parts + Length(less_days=less.days)


def _parts(text: str) -> Length | None:
    """Return the sum of parts such as 1 year 6 months; None where anything else stands there."""
    if PART.sub("", text).strip():
        return None
    total = NOTHING
    for count, unit in PART.findall(text):
        number = int(count) if FIGURES.fullmatch(count) else NUMBERS.get(count)
        if number is None or unit not in UNITS:
            return None
        total += Length(**{UNITS[unit]: number})
    return total


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(JOINS.sub(" ", bare).split())
