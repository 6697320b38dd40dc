"""The term of an order: its days, why, and what a person must look at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from throughcare.kernel.calendar.answers import (
    Answer,
    Day,
    Ending,
    NeedsPerson,
    NoEnd,
    Reason,
    readings,
)
from throughcare.kernel.calendar.lengths import ONE_DAY, Length
from throughcare.kernel.terms.account import NEVER_STOPPED, Account


class Standing(StrEnum):
    """How an order stands on a day."""

    UNKNOWN = "unknown"  # a person must first answer what the term asks
    NOT_YET = "not_yet"
    IN_FORCE = "in_force"
    STOPPED = "stopped"  # in force, but the sentence does not run
    DISPUTED = "disputed"  # in force on one reading only: never allege a breach of this day
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Chain:
    """Sentences of one kind, one after the other: where they begin, and how long they are."""

    first: Answer
    length: Length
    count: int = 1


@dataclass(frozen=True, slots=True)
class Term:
    """The span of one order. `nominal` is the last day before anything changed it."""

    instrument: str
    first: Answer
    last: Ending
    nominal: Ending
    cap: Day | None = None
    account: Account = NEVER_STOPPED
    flags: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()
    stopped_since: date | None = None  # something stopped the sentence and has not ended yet
    rest_in_custody: bool = False  # it was ended, and what was left is served in custody
    chain: Chain | None = None  # the consecutive sentences it comes to, itself included

    @property
    def starts_on(self) -> date | None:
        """Return the first day it is surely in force, or None where a person must say it."""
        return self.first.latest if isinstance(self.first, Day) else None

    @property
    def ends_before(self) -> date | None:
        """Return the day after the last certain one; None without an end, or with an unknown one.

        Nothing is alleged of a later day: `standing` tells the disputed ones.
        """
        return self.last.earliest + ONE_DAY if isinstance(self.last, Day) else None

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Return every step to the first day, then to the last, then what else happened."""
        return (*self.first.reasons, *self.last.reasons, *self.notes)

    @property
    def asks(self) -> tuple[Reason, ...]:
        """Return what must be asked before the days are known, each question once."""
        answers = [each for each in (self.first, self.last) if isinstance(each, NeedsPerson)]
        return tuple(dict.fromkeys(ask for answer in answers for ask in answer.asks))

    def standing(self, on: date) -> Standing:
        """Return how the order stands on a day."""
        if isinstance(self.first, NeedsPerson):
            return Standing.UNKNOWN
        if on < self.first.latest:
            return Standing.NOT_YET if on < self.first.earliest else Standing.DISPUTED
        if self.stopped_since is not None and on >= self.stopped_since:
            return Standing.STOPPED
        return self._standing_by_last(on)

    def _standing_by_last(self, on: date) -> Standing:
        """Return how the order stands on a day after its first."""
        if isinstance(self.last, NeedsPerson):
            return Standing.UNKNOWN if self.stopped_since is None else Standing.IN_FORCE
        if isinstance(self.last, Day) and on > self.last.earliest:
            return Standing.OVER if on > self.last.latest else Standing.DISPUTED
        is_stopped = any(span.has(on) for span in self.account.stopped)
        return Standing.STOPPED if is_stopped else Standing.IN_FORCE


def together(terms: list[Term]) -> Day | NeedsPerson | NoEnd | None:
    """Return the last day of supervision under several orders; each keeps its own dates.

    Orders run at the same time. One that needs a person, or never ends, decides for all.
    """
    lasts = [term.last for term in terms]
    for kind in (NeedsPerson, NoEnd):
        for last in lasts:
            if isinstance(last, kind):
                return last
    days = [last for last in lasts if isinstance(last, Day)]
    if not days:
        return None
    latest = max(days, key=lambda last: (last.on, last.latest))
    # The last to end is one day on one reading and another on another: all that may be are kept.
    every = (each for last in days for each in last.others if each > latest.on)
    return replace(latest, others=readings(latest.on, (*latest.others, *every)))


def in_force(terms: list[Term], on: date) -> list[Term]:
    """Return the orders that bind on a day, stopped ones too, in the order given."""
    binding = (Standing.IN_FORCE, Standing.STOPPED)
    return [term for term in terms if term.standing(on) in binding]
