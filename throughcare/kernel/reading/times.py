"""Times of day and windows: *between 10 p.m. and 6:00 a.m.*, *from noon to 3*, *22 h à 6 h*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from throughcare.kernel.reading.texts import Span
from throughcare.kernel.reading.wording import Expression

CLOCK = (
    r"(?:(?P<hour{0}>\d{{1,2}})(?:(?:[:.]|\s?h\s?)(?P<minute{0}>[0-5]\d))?"
    r"\s*(?P<half{0}>am|pm|a m|p m|o'clock|hrs?\b|hours\b|heures?\b|h\b|noon|midnight)?"
    r"(?:\s*(?P<same{0}>noon|midnight))?"
    r"|(?P<army{0}>[0-2]\d[0-5]\d)\s*(?:h|hours|hrs)\b"
    r"|(?P<word{0}>noon|midnight|midi|minuit))"
)
HALVES = r"in the (?:evening|morning|afternoon)|at night|tonight|du matin|du soir"
WINDOW = re.compile(
    r"(?<![\w$.])(?:(?:between(?:\s+the)?(?:\s+hours)?(?:\s+of)?|from|entre|de|d')\s*)?"
    + CLOCK.format(1)
    + rf"[\s,]*(?:(?P<evening1>{HALVES})[\s,]*)?"
    + r"(?:and|to|until|till|through|-|et|à|a)\s*(?:the\s+)?"
    + CLOCK.format(2)
    + rf"(?:\s*(?P<evening2>{HALVES}))?"
    + r"(?![\d/%])(?!\s*(?:met|m\b|days|months|weeks|years|mois|jours))"
)
SINGLE = re.compile(r"(?<![\w$.])" + CLOCK.format(1) + r"(?P<evening1>in the morning)?(?!\w)")
NOON, DAY = 12, 24
WORDS = {"noon": "12:00", "midi": "12:00", "midnight": "00:00", "minuit": "00:00"}
HALF_DAYS = {"am": 0, "pm": NOON}


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


def windows(words: str, days: Expression) -> Iterator[Window]:
    """Yield the windows in folded words; `days` are the pack's words for days of the week."""
    for found in WINDOW.finditer(words):
        if not _is_window(found):
            continue
        end = _time(found, 2)
        start = _time(found, 1) or _borrowed(found, end)
        yield Window(start, end, _day_beside(words, found, days), Span(*found.span()))


def _day_beside(words: str, found: re.Match[str], days: Expression) -> str:
    """Return the days of the week just after or before a window; every day where none is said."""
    near = words[found.end() : found.end() + 45].partition(";")[0]
    before = words[max(0, found.start() - 45) : found.start()].rpartition(";")[2]
    day = days.search(near) or _last(days, before)
    return day[0] if day else "daily"


def clock_times(words: str) -> Iterator[str]:
    """Yield the single times of day in folded words that can be told."""
    for found in SINGLE.finditer(words):
        is_time = any(found[name] for name in ("half1", "word1", "army1", "minute1"))
        if is_time and (time := _time(found, 1)) is not None:
            yield time


def days_of(words: str) -> str:
    """Return days of the week as they are printed: *Saturday*, *Monday to Friday*, *daily*."""
    plain = re.sub(r"^(?:on|each|every)\s+", "", words)
    plain = re.sub(r"(?<=day)s\b", "", plain)
    return re.sub(r"\b\w+day\b", lambda found: found[0].capitalize(), plain)


def _is_window(found: re.Match[str]) -> bool:
    """Say whether two numbers are times of day: one of them says so."""
    names = [f"{name}{place}" for name in ("half", "same", "army", "word") for place in "12"]
    if any(found[name] for name in (*names, "evening2")):
        return True
    return None not in (found["minute1"], found["minute2"])


def _time(found: re.Match[str], place: int) -> str | None:
    """Return a time as HH:MM, or None where morning and evening cannot be told apart."""
    half = _half(found, place)
    word = found[f"word{place}"] or found[f"same{place}"] or half
    if word in WORDS:
        return WORDS[word]
    return _in_figures(found, place, half)


def _half(found: re.Match[str], place: int) -> str:
    """Return how a time says its half of the day: am, pm, h, noon, midnight, or nothing."""
    said = _half_of(found[f"evening{place}"]) or found[f"half{place}"] or ""
    return said.replace(" ", "")


def _in_figures(found: re.Match[str], place: int, half: str) -> str | None:
    """Return a time in figures as HH:MM, or None where it cannot be told."""
    army = found[f"army{place}"]
    if army:
        return _hour(int(army[:2]), army[2:])
    hour, minute = int(found[f"hour{place}"]), found[f"minute{place}"] or "00"
    if half in HALF_DAYS:
        return _hour(hour % NOON + HALF_DAYS[half], minute) if hour <= NOON else None
    is_told = half[:1] == "h" or hour > NOON or found[f"hour{place}"].startswith("0")
    return _hour(hour, minute) if is_told else None


def _hour(hour: int, minute: str) -> str | None:
    """Return an hour and a minute as HH:MM, or None where there is no such hour."""
    return f"{hour:02}:{minute}" if hour < DAY else None


def _half_of(evening: str | None) -> str:
    """Return the half of the day that words tell."""
    if not evening:
        return ""
    return "am" if evening.endswith(("morning", "matin")) else "pm"


def _borrowed(found: re.Match[str], end: str | None) -> str | None:
    """Return the first time in the half of the day the second tells: *1 to 4 p.m.*

    Only where it is sure: *from 10 to 6 a.m.* may begin in the evening.
    """
    if end is None or found["half2"] != "pm" or found["hour1"] is None:
        return None
    start = f"{int(found['hour1']) % NOON + NOON:02}:{found['minute1'] or '00'}"
    return start if start < end else None


def _last(days: Expression, words: str) -> re.Match[str] | None:
    """Return the last of what an expression finds."""
    found = list(days.finditer(words))
    return found[-1] if found else None
