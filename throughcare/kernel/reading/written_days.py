"""Days as they are written in a text, with a second reading where they can be mistaken."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from throughcare.kernel.reading.texts import Span


@dataclass(frozen=True, slots=True)
class Written:
    """A day as it is written; a second reading where day and month can be mistaken."""

    on: date
    other: date | None
    span: Span


def dates_in(plain: str, months: Mapping[str, int], near: date | None = None) -> list[Written]:
    """Return the days written in folded words, with every defensible reading.

    A day without a year is the first such day from `near` on.
    """
    patterns = _date_patterns("|".join(sorted(map(re.escape, months), key=len, reverse=True)))
    found = [
        written
        for pattern in patterns
        for match in re.finditer(pattern, plain)
        if (written := _written(match, months, near)) is not None
    ]
    return sorted(found, key=lambda each: each.span.start)


def _date_patterns(names: str) -> tuple[str, ...]:
    """Return the ways a day is written: April 11, 2025; 11 April; 2025-04-11; 04/11/2025."""
    year = r"(?P<year>(?:19|20)\d\d)"
    month_first = rf"\b(?P<month>{names})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)"
    ordinal = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|re|e)?"
    day_first = rf"{ordinal}\s+(?:day\s+)?(?:of\s+)?(?P<month>{names})\b"
    return (
        rf"{month_first}(?:,?\s*{year})?",
        rf"{day_first}\.?(?:,?\s+{year})?",
        rf"{year}[\s/.-]+(?P<month>\d{{1,2}})[\s/.-]+(?P<day>\d{{1,2}})(?!\d)",
        rf"(?<!\d)(?P<month>\d{{1,2}})[/.-](?P<day>\d{{1,2}})[/.-]{year}",
    )


def _written(match: re.Match[str], months: Mapping[str, int], near: date | None) -> Written | None:
    """Return a written day, or None where there is no such day."""
    if match["year"] is None:
        return _in_which_year(match, months, near)
    year, day = int(match["year"]), int(match["day"])
    is_named = match["month"] in months
    month = months[match["month"]] if is_named else int(match["month"])
    readings = [_day(year, month, day), None if is_named else _day(year, day, month)]
    known = list(dict.fromkeys(each for each in readings if each is not None))
    if not known:
        return None
    return Written(known[0], known[1] if len(known) > 1 else None, Span(*match.span()))


def _in_which_year(
    match: re.Match[str], months: Mapping[str, int], near: date | None
) -> Written | None:
    """Return a day without a year as the first from a known day on."""
    if near is None or match["month"] not in months:
        return None
    month, day = months[match["month"]], int(match["day"])
    on = _day(near.year, month, day)
    if on is not None and on < near:
        on = _day(near.year + 1, month, day)
    return None if on is None else Written(on, None, Span(*match.span()))


def _day(year: int, month: int, day: int) -> date | None:
    """Return a day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
