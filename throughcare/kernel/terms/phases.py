"""Parts of an order: the first six months, the next four, the last fifty days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

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
    """A part of an order in the words of the court; `skipped` goes before it on its side.

    Without a length it is a share of the whole order (*the first half*) or, without that too,
    all that the skipped part leaves (*the balance*).
    """

    side: Side
    length: Length | None
    skipped: Length = NOTHING
    share: Fraction | None = None


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
    try:
        return _counted(term, term.first, phase, authority)
    except OverflowError:
        return NeedsPerson((because(Why.OUT_OF_CALENDAR, authority, day=term.first.on),))


def _counted(term: Term, first: Day, phase: Phase, authority: str) -> PhaseDays | NeedsPerson:
    """Return the days of one phase of an order whose first day is known."""
    if phase.side is Side.FROM_START and phase.length is not None:
        days = _from_start(first, phase.length, phase, authority)
    elif not isinstance(term.last, Day):
        return NeedsPerson(term.asks or (because(Why.ASK_LENGTH, authority),))
    elif phase.length is not None:
        days = _from_end(term.last, phase.length, phase, authority)
    elif phase.share is not None:
        days = _share(first, term.last, phase.side, phase.share, authority)
    else:
        days = _rest(first, term.last, phase, authority)
    return replace(days, flags=(*days.flags, *_flags(term, days, authority)))


def phases(term: Term, parts: Sequence[Phase], authority: str) -> list[PhaseDays | NeedsPerson]:
    """Return the days of the phases in order; days in two of them or in none are flagged."""
    found = [phase_days(term, part, authority) for part in parts]
    joined = [_joined(before, after, authority) for before, after in pairwise(found)]
    return [*found[:1], *joined]


def _from_start(first: Day, length: Length, phase: Phase, authority: str) -> PhaseDays:
    """Return a phase counted from the first day, always in one count: months do not drift."""
    starts = _spread(first, lambda day: _next(day, phase.skipped))
    ends = _spread(first, lambda day: last_days(day, phase.skipped + length))
    why = because(Why.PHASE, authority, length=length, first=starts.on, day=ends.on)
    return PhaseDays(starts.explained(why), ends.explained(why))


def _from_end(last: Day, length: Length, phase: Phase, authority: str) -> PhaseDays:
    """Return a phase counted back from the last day."""
    starts = _spread(last, lambda day: first_days(day, phase.skipped + length))
    ends = _spread(last, lambda day: _previous(day, phase.skipped))
    why = because(Why.PHASE, authority, length=length, first=starts.on, day=ends.on)
    return PhaseDays(starts.explained(why), ends.explained(why))


def _rest(first: Day, last: Day, phase: Phase, authority: str) -> PhaseDays:
    """Return all of an order but the part skipped on one side."""
    starts, ends = _plain(first), _plain(last)
    if phase.side is Side.FROM_START:
        starts = _spread(first, lambda day: _next(day, phase.skipped))
    else:
        ends = _spread(last, lambda day: _previous(day, phase.skipped))
    why = because(Why.PHASE_REST, authority, first=starts.on, day=ends.on)
    return PhaseDays(starts.explained(why), ends.explained(why))


def _share(first: Day, last: Day, side: Side, share: Fraction, authority: str) -> PhaseDays:
    """Return a share of an order's days. Where it comes to part of a day, both whole counts are
    kept: the fewer days are certain."""
    days = share * ((last.on - first.on).days + 1)
    fewer, more = (timedelta(days=count(days)) for count in (floor, ceil))
    starts, ends = _plain(first), _plain(last)
    if side is Side.FROM_START:
        ends = _spread(first, lambda day: (day + fewer - ONE_DAY, day + more - ONE_DAY))
    else:
        starts = _spread(last, lambda day: (day - fewer + ONE_DAY, day - more + ONE_DAY))
    count = Length(days=fewer.days)
    why = because(Why.PHASE_SHARE, authority, count=count, first=starts.on, day=ends.on)
    half = because(Why.PHASE_HALF_DAY, authority, count=count, other=Length(days=more.days))
    flags = () if fewer == more else (half,)
    return PhaseDays(starts.explained(why), ends.explained(why), flags)


def _plain(day: Day) -> Day:
    """Return the readings of a day without its reasons, which are the order's own."""
    return Day(day.on, day.others)


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
    """Say whether a phase surely has no day, or reaches past the order's first or last one."""
    if days.first.earliest > days.last.latest:
        return True
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
