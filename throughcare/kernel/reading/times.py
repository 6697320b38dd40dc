"""Times of day and windows: *between 10 p.m. and 6:00 a.m.*, *from noon to 3*, *22 h à 6 h*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from throughcare.kernel.reading.clocks import HALVES, HOUR, clock
from throughcare.kernel.reading.moments import Moment, moment_in
from throughcare.kernel.reading.texts import Expression, Span

NEAR = (
    r"(?:[\s,]+(?:each|every|on|of|the|that|same|night|evening|nightly|day|daily|weekdays?"
    r"|weekends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|chaque|tous|les|le|soirs?|nuits?"
    r"|jours?|(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?)\b){0,6}"
)
JOINS = (
    r"[\s,]*(?:and|or|to|until|till|through|-|et|ou|à|a|jusqu'à)\s*"
    r"(?:(?:ending at|ends at|until|before|avant|(?P<after>after|après))\s+)?(?:the\s+)?"
)
NO_UNIT = (
    r"(?![\d/%])(?!\s*(?:met|m\b|days|months|weeks|years|mois|jours|mètres))"
    r"(?!\s*(?:per|a|each|every|par|of)\s+(?:week|month|community|semaine|mois))"
)


@dataclass(frozen=True, slots=True)
class Window:
    """From a time of day to another; a time that cannot be told is None."""

    start: str | None
    end: str | None
    days: str
    span: Span

    @property
    def is_certain(self) -> bool:
        """Say whether both times are told."""
        return self.start is not None and self.end is not None


@dataclass(frozen=True, eq=False)
class Clock:
    """How a pack says times of day: its words for numbers and for days of the week."""

    numbers: Mapping[str, int]
    days: Expression

    @cached_property
    def _window(self) -> Expression:
        """Return the expression of a window."""
        one, other = (clock(self.numbers, place) for place in (1, 2))
        return re.compile(
            r"(?<![\w$.])(?:(?P<before>before|avant)\s+|(?:between(?:\s+the)?(?:\s+hours)?(?:\s+of)?"
            r"|from|after|entre|de|d'|dès|après)\s*)?"
            rf"{one}[\s,]*(?:(?P<evening1>{HALVES}))?{NEAR}{JOINS}{other}"
            rf"(?:[\s,]*(?P<evening2>{HALVES}))?{NO_UNIT}"
        )

    @cached_property
    def _single(self) -> Expression:
        """Return the expression of one time of day."""
        one = clock(self.numbers, 1)
        return re.compile(rf"(?<![\w$.]){one}(?:[\s,]*(?P<evening1>{HALVES}))?(?!\w)")

    def windows(self, words: str) -> Iterator[Window]:
        """Yield the windows in folded words."""
        for found in self._window.finditer(words):
            one, other = (moment_in(self.numbers, found, place) for place in (1, 2))
            if _are_times(one, other):
                start, end = _told(one, other)
                if found["before"] and found["after"]:
                    start, end = end, start
                yield Window(start, end, self._day_beside(words, found), Span(*found.span()))

    def _day_beside(self, words: str, found: re.Match[str]) -> str:
        """Return the days of the week in, after or before a window; every day where none is."""
        near = words[found.end() : found.end() + 45].partition(";")[0]
        before = words[max(0, found.start() - 45) : found.start()].rpartition(";")[2]
        day = self.days.search(found[0]) or self.days.search(near) or _last(self.days, before)
        return day[0] if day else "daily"

    def times(self, words: str) -> Iterator[str]:
        """Yield the single times of day in folded words that can be told."""
        for found in self._single.finditer(words):
            moment = moment_in(self.numbers, found, 1)
            is_time = moment.says_so or moment.has_minutes
            if is_time and (time := moment.told()) is not None:
                yield time


def _are_times(one: Moment, other: Moment) -> bool:
    """Say whether two numbers are times of day: one of them says so, or both have minutes."""
    return one.says_so or other.says_so or (one.has_minutes and other.has_minutes)


def _told(one: Moment, other: Moment) -> tuple[str | None, str | None]:
    """Return two times as HH:MM; what one of them tells of its half may tell the other's."""
    is_long = one.is_long or other.is_long
    end = other.told(is_long=is_long)
    start = one.told(is_long=is_long) or _borrowed(one, other, end)
    return start, end


def _borrowed(one: Moment, other: Moment, end: str | None) -> str | None:
    """Return the first time in the half of the day the second tells: *1 to 4 p.m.*

    Only where it is sure: *from 10 to 6 a.m.* may begin in the evening.
    """
    if end is None or (one.half, other.half) != ("", "pm"):
        return None
    start = Moment(one.minutes % (HOUR * 12), "pm").told()
    return start if start is not None and start < end else None


def days_of(words: str) -> str:
    """Return days of the week as they are printed: *Saturday*, *Monday to Friday*, *daily*."""
    plain = re.sub(r"^(?:on|each|every)\s+", "", words)
    plain = re.sub(r"(?<=day)s\b", "", plain)
    return re.sub(r"\b\w+day\b", lambda found: found[0].capitalize(), plain)


def _last(days: Expression, words: str) -> re.Match[str] | None:
    """Return the last of what an expression finds."""
    found = list(days.finditer(words))
    return found[-1] if found else None
