"""What a rule answers with: a day, a day with a second reading, no day, or a question."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction

from throughcare.kernel.calendar.lengths import Length

Fact = date | datetime | int | Fraction | str | Length


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of an answer: a sentence's code, what it rests on, the facts it names.

    The sentence itself is a pack's, in each language, under the code.
    """

    code: str
    authority: str
    facts: tuple[tuple[str, Fact], ...] = ()


def because(code: StrEnum | str, authority: str, **facts: Fact) -> Reason:
    """Return a reason; the facts are named as the pack's sentence names them."""
    return Reason(str(code), authority, tuple(facts.items()))


@dataclass(frozen=True, slots=True)
class Day:
    """A computed day. `others` are further defensible readings: none is chosen silently."""

    on: date
    others: tuple[date, ...] = ()
    reasons: tuple[Reason, ...] = ()
    flags: tuple[Reason, ...] = ()

    @property
    def is_ambiguous(self) -> bool:
        """Say whether another reading is defensible."""
        return bool(self.others)

    @property
    def earliest(self) -> date:
        """Return the earliest reading: staff are alerted for this one."""
        return min((self.on, *self.others))

    @property
    def latest(self) -> date:
        """Return the latest reading: nothing is late before this day is over."""
        return max((self.on, *self.others))

    def moved(self, step: Callable[[date], Day], *reasons: Reason) -> Day:
        """Return the day that one more step leads to from every reading.

        The reasons of the step itself are those it gives for the first reading.
        """
        first = step(self.on)
        rest = [step(other) for other in self.others]
        others = [*first.others, *(each for day in rest for each in (day.on, *day.others))]
        return Day(
            first.on,
            readings(first.on, others),
            (*self.reasons, *reasons, *first.reasons),
            (*self.flags, *first.flags),
        )

    def flagged(self, *flags: Reason) -> Day:
        """Return the same day with something a person must look at."""
        return replace(self, flags=(*self.flags, *flags))

    def explained(self, *reasons: Reason) -> Day:
        """Return the same day with further reasons."""
        return replace(self, reasons=(*self.reasons, *reasons))


def readings(on: date, others: Iterable[date]) -> tuple[date, ...]:
    """Return the readings that differ from the first, in order, each once."""
    return tuple(sorted(set(others) - {on}))


@dataclass(frozen=True, slots=True)
class NeedsPerson:
    """No rule gives the day: what to ask, and a suggestion that a person may confirm."""

    asks: tuple[Reason, ...]
    suggested: Day | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class NoEnd:
    """There is no last day: the order is for life, or lasts until an event."""

    reasons: tuple[Reason, ...]


Answer = Day | NeedsPerson
Ending = Day | NeedsPerson | NoEnd
