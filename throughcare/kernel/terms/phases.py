"""Parts of an order: the first six months, the next four, the last fifty days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from throughcare.kernel.calendar.answers import Day, NeedsPerson, Reason, because, readings
from throughcare.kernel.calendar.lengths import NOTHING, ONE_DAY, Length, first_days, last_days
from throughcare.kernel.terms.rules import Why
from throughcare.kernel.terms.term import Term


class Side(StrEnum):
    """The end of the order a phase is counted from."""

    FROM_START = "from_start"
    FROM_END = "from_end"


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of an order in the words of the court; `skipped` goes before it on its side."""

    side: Side
    length: Length
    skipped: Length = NOTHING


@dataclass(frozen=True, slots=True)
class PhaseDays:
    """The first and the last day of a phase."""

    first: Day
    last: Day
    flags: tuple[Reason, ...] = ()


def phase_days(term: Term, phase: Phase, authority: str) -> PhaseDays | NeedsPerson:
    """Return the days of one phase. What reaches past the order's own days is flagged."""
    if isinstance(term.first, NeedsPerson):
        return NeedsPerson(term.first.asks)
    if phase.side is Side.FROM_START:
        days = _from_start(term.first, phase, authority)
    elif isinstance(term.last, Day):
        days = _from_end(term.last, phase, authority)
    else:
        return NeedsPerson(term.asks or (because(Why.ASK_LENGTH, authority),))
    return replace(days, flags=_flags(term, days, authority))


def phases(term: Term, parts: Sequence[Phase], authority: str) -> list[PhaseDays | NeedsPerson]:
    """Return the days of the phases in order; days in two of them or in none are flagged."""
    found = [phase_days(term, part, authority) for part in parts]
    joined = [_joined(before, after, authority) for before, after in pairwise(found)]
    return [*found[:1], *joined]


def _from_start(first: Day, phase: Phase, authority: str) -> PhaseDays:
    """Return a phase counted from the first day, always in one count: months do not drift."""
    starts = _spread(first, lambda day: _next(day, phase.skipped))
    ends = _spread(first, lambda day: last_days(day, phase.skipped + phase.length))
    why = because(Why.PHASE, authority, length=phase.length, first=starts.on, day=ends.on)
    return PhaseDays(starts.explained(why), ends.explained(why))


def _from_end(last: Day, phase: Phase, authority: str) -> PhaseDays:
    """Return a phase counted back from the last day."""
    starts = _spread(last, lambda day: first_days(day, phase.skipped + phase.length))
    ends = _spread(last, lambda day: _previous(day, phase.skipped))
    why = because(Why.PHASE, authority, length=phase.length, first=starts.on, day=ends.on)
    return PhaseDays(starts.explained(why), ends.explained(why))


def _next(first: date, skipped: Length) -> tuple[date, date]:
    """Return the day after a skipped part that begins with a day, in both readings."""
    certain, outer = last_days(first, skipped)
    return certain + ONE_DAY, outer + ONE_DAY


def _previous(last: date, skipped: Length) -> tuple[date, date]:
    """Return the day before a skipped part that ends with a day, in both readings."""
    certain, outer = first_days(last, skipped)
    return certain - ONE_DAY, outer - ONE_DAY


def _spread(day: Day, step: Callable[[date], tuple[date, date]]) -> Day:
    """Return what a step gives for every reading of a day."""
    first, outer = step(day.on)
    others = [each for other in day.others for each in step(other)]
    return Day(first, readings(first, (outer, *others)))


def _flags(term: Term, days: PhaseDays, authority: str) -> tuple[Reason, ...]:
    """Return what a person must look at in one phase."""
    flags = []
    if _is_outside(term, days):
        flags.append(because(Why.PHASE_PAST_END, authority, first=days.first.on, day=days.last.on))
    if any(span.starts_on <= days.last.latest for span in term.account.stopped):
        flags.append(because(Why.PHASE_SUSPENDED, authority, day=days.last.on))
    return tuple(flags)


def _is_outside(term: Term, days: PhaseDays) -> bool:
    """Say whether a phase surely reaches past the first or the last day of the order."""
    is_late = isinstance(term.last, Day) and days.last.earliest > term.last.latest
    return is_late or (isinstance(term.first, Day) and days.first.latest < term.first.earliest)


def _joined(
    before: PhaseDays | NeedsPerson, after: PhaseDays | NeedsPerson, authority: str
) -> PhaseDays | NeedsPerson:
    """Return the second of two phases, flagged where they overlap or leave days between."""
    if isinstance(before, NeedsPerson) or isinstance(after, NeedsPerson):
        return after
    between = (after.first.on - before.last.on).days - 1
    if not between:
        return after
    code = Why.PHASE_GAP if between > 0 else Why.PHASE_OVERLAP
    flag = because(code, authority, count=Length(days=abs(between)), day=after.first.on)
    return replace(after, flags=(*after.flags, flag))
