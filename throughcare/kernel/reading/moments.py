"""One time of day as it is written: *9:30 p.m.*, *half past nine*, *17 h 30*."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from throughcare.kernel.reading.clocks import DAY, HOUR
from throughcare.kernel.reading.numerals import value_in_words

NOON = 12
WORDS = {"noon": NOON, "midi": NOON, "midnight": 0, "minuit": 0}
HALF_DAYS = {"am": 0, "pm": NOON}
OFFSETS = {
    "half": 30,
    "quarter past": 15,
    "quarter after": 15,
    "quarter to": -15,
    "et demi": 30,
    "et quart": 15,
    "moins": -15,
}
MORNING = ("morning", "matin")


@dataclass(frozen=True, slots=True)
class Moment:
    """Minutes of a clock, and what tells morning from evening: am, pm, h, or nothing."""

    minutes: int
    half: str = ""
    says_so: bool = True  # the words say that it is a time of day
    has_minutes: bool = False

    @property
    def is_long(self) -> bool:
        """Say whether it is plainly of the clock of twenty-four hours."""
        return not self.half and self.minutes >= (NOON + 1) * HOUR and self.has_minutes

    def told(self, *, is_long: bool = False) -> str | None:
        """Return the time as HH:MM, or None where morning and evening cannot be told apart."""
        hour, minute = divmod(self.minutes, HOUR)
        if not self._is_told(hour, is_long):
            return None
        if self.half in HALF_DAYS:
            hour = hour % NOON + HALF_DAYS[self.half]
        return f"{hour:02}:{minute:02}"

    def _is_told(self, hour: int, is_long: bool) -> bool:
        """Say whether an hour exists and its half of the day is known."""
        if self.half in HALF_DAYS:
            return hour <= NOON
        is_known = bool(self.half) or hour > NOON or (is_long and self.has_minutes)
        return is_known and hour < DAY


def moment_in(numbers: Mapping[str, int], found: re.Match[str], place: int) -> Moment:
    """Return the time of day that an expression found at a place."""
    said = {name: found[f"{name}{place}"] or "" for name in NAMES}
    word = next((said[name] for name in ("word", "same", "half") if said[name] in WORDS), "")
    if word:
        return Moment((WORDS[word] * HOUR + _offset(said)) % (DAY * HOUR), "h")
    if said["army"]:
        hour, minute = said["army"][:2], said["army"][2:]
        return Moment(int(hour) * HOUR + int(minute), "h")
    minutes = _valued(numbers, said["hour"]) * HOUR + _offset(said)
    return _in_hours(said, minutes + _valued(numbers, said["minute"] + said["spoken"]))


NAMES = (
    *("past", "army", "hour", "apart", "minute", "spoken"),
    *("half", "quart", "same", "word", "demi", "evening"),
)


def _in_hours(said: Mapping[str, str], minutes: int) -> Moment:
    """Return a time said by its hour, in figures or words."""
    half = _half(said)
    says_so = any((half, said["half"], said["past"], said["quart"]))
    half = half or ("h" if said["hour"].startswith("0") else "")
    return Moment(minutes, half, says_so, bool(said["minute"]))


def _valued(numbers: Mapping[str, int], words: str) -> int:
    """Return the value of figures or words; nothing counts nothing."""
    return int(words) if words.isdigit() else value_in_words(numbers, frozenset(), words)[0]


def _half(said: Mapping[str, str]) -> str:
    """Return what tells the half of the day; *o'clock* tells nothing."""
    if said["evening"]:
        return "am" if said["evening"].endswith(MORNING) else "pm"
    half = (said["same"] or said["half"]).replace(" ", "")
    if half in HALF_DAYS:
        return half
    return "h" if (half or said["apart"].strip()).startswith("h") else ""


def _offset(said: Mapping[str, str]) -> int:
    """Return the minutes that *half past* or *moins le quart* add to an hour."""
    words = (said["past"] + said["quart"] + said["demi"]).replace("-", " ")
    plain = " ".join(words.replace(" le ", " ").replace(" un ", " ").split())
    return next((minutes for start, minutes in OFFSETS.items() if plain.startswith(start)), 0)
