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
PART = re.compile(r"(\d{1,4}|[a-z-]+)\s*([a-z]+)")
JOINS = re.compile(r"\b(?:and|et|plus|of|de)\b|[,()+]")
LESS = re.compile(r"\b(?:less|moins)\b")


def read_length(text: str) -> Length | None:
    """Return a length as it was typed, or None where it cannot be read.

    A number alone is months: that is how a clerk's form is filled in.
    """
    bare = _plain(text)
    if bare.isdigit():
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
        number = int(count) if count.isdigit() else NUMBERS.get(count)
        if number is None or unit not in UNITS:
            return None
        total += Length(**{UNITS[unit]: number})
    return total


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(JOINS.sub(" ", bare).split())
