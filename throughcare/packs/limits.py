"""Time limits of conditions: the day they end on, or what must be asked first."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Any, Protocol

from throughcare.kernel.calendar.answers import Day, Reason, because, readings
from throughcare.kernel.calendar.lengths import ONE_DAY, Length, day_after, last_days
from throughcare.kernel.calendar.working import OfficeCalendar, nth_working_day
from throughcare.kernel.obligations.facts import Period
from throughcare.kernel.terms.term import Term
from throughcare.packs.condition_rules import Asked, Counts, CountsFrom, TimeLimit
from throughcare.packs.conditions import number
from throughcare.packs.entries import LENGTH_WORDS
from throughcare.packs.pack import Pack

HOURS_OF_A_DAY = ONE_DAY // timedelta(hours=1)
SAME_DAY, HOURS, WORKING_DAYS = "same_day", "hours", "working_days"


class Why(StrEnum):
    """What a person is asked before a time limit or an amount can be counted."""

    NOT_STATED = "ASK_NOT_STATED"
    CANNOT_COUNT = "ASK_CANNOT_COUNT"
    NOT_RELEASED = "ASK_NOT_RELEASED"
    NO_LAST_DAY = "ASK_NO_LAST_DAY"
    BEFORE_IN_FORCE = "ASK_BEFORE_IN_FORCE"
    OUT_OF_CALENDAR = "ASK_OUT_OF_CALENDAR"


class Ordered(Protocol):
    """What a time limit needs to know of an order's condition."""

    @property
    def parameters(self) -> Mapping[str, Any]:
        """Return what the court stated."""

    @property
    def made_on(self) -> date:
        """Return the day the order was made."""

    @property
    def term(self) -> Term:
        """Return the order's term."""

    @property
    def in_force(self) -> Period:
        """Return the condition's own days."""

    @property
    def released_on(self) -> date | None:
        """Return the day of release, where there was imprisonment."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A time limit as stated: one of a length, working days, a day, the end of the order."""

    length: Length | None = None
    working_days: int = 0
    day: date | None = None
    to_the_end: bool = False
    counts_from: CountsFrom | None = None
    counts: Counts | None = None


def due_day(
    pack: Pack, ordered: Ordered, asked: Asked, office: OfficeCalendar | None = None
) -> Day | Reason:
    """Return the last day to do what is asked, its other readings beside it, or what to ask.

    Nothing falls due after the order's own last day: the law cannot ask for it then.
    """
    stated = stated_limit(pack, ordered.parameters, asked)
    if isinstance(stated, Reason):
        return stated
    if stated.day is not None:
        return Day(stated.day)
    if stated.to_the_end:
        end = last_asked(ordered)
        return Day(end) if end else because(Why.NO_LAST_DAY, asked.authority)
    return _due(ordered, stated, asked, office or pack.office)


def _due(ordered: Ordered, stated: Stated, asked: Asked, office: OfficeCalendar) -> Day | Reason:
    """Return the last day of a length of time, or what must be asked to count it."""
    since = first_counted(ordered, stated.counts_from or asked.counts_from)
    if since is None:
        return because(Why.NOT_RELEASED, asked.authority)
    try:
        counted, end = _counted(office, since, stated, asked), last_asked(ordered)
    except OverflowError:
        return because(Why.OUT_OF_CALENDAR, asked.authority)
    return counted if end is None else _at_most(counted, end)


def stated_limit(pack: Pack, parameters: Mapping[str, Any], asked: Asked) -> Stated | Reason:
    """Return the first time limit that the court stated, else the pack's, else what to ask."""
    for name in asked.within.parameters:
        if (value := parameters.get(name)) is not None:
            read = read_limit(pack, name, value)
            if read is not None:
                return read
            return because(
                Why.CANNOT_COUNT,
                asked.authority,
                parameter=asked.label_of(name),
                words=as_stated(value),
            )
    if not asked.within.is_fixed:
        first = asked.within.parameters[0]
        return because(Why.NOT_STATED, asked.authority, parameter=asked.label_of(first))
    return _fixed(asked.within)


def as_stated(value: Any) -> str:
    """Return a stated value as a line of its parts, to be quoted in a question."""
    return " ".join(map(str, value.values())) if isinstance(value, Mapping) else str(value)


def read_limit(pack: Pack, name: str, value: Any) -> Stated | None:
    """Return a stated time limit, or None where it says no countable time. Nothing is guessed."""
    if isinstance(value, date):
        return Stated(day=value)
    if not isinstance(value, Mapping):
        return stated_amount(pack, value, name)
    if "date" in value:
        return _on_a_day(value["date"])
    if "at" in value:
        return Stated(to_the_end=True) if value["at"] in pack.words.ends else None
    return _counted_from(pack, value)


def _counted_from(pack: Pack, value: Mapping[str, Any]) -> Stated | None:
    """Return a length with the day it is counted from, None where that day has no known name."""
    read = stated_amount(pack, value.get("n"), str(value.get("unit")))
    if read is None or "from" not in value:
        return read
    counts_from = pack.words.counts_from.get(str(value["from"]))
    return replace(read, counts_from=counts_from) if counts_from else None


def first_counted(ordered: Ordered, counts_from: CountsFrom) -> date | None:
    """Return the day a time limit is counted from, or None where it is not known yet.

    A condition that comes into force after the order was made binds nobody before: its time is
    counted from its first day, and `questions_of` asks whether that is what the court meant.
    """
    if counts_from is CountsFrom.RELEASED:
        return ordered.released_on
    first = ordered.in_force.starts_on
    return max(ordered.made_on, first) if counts_from is CountsFrom.MADE else first


def last_asked(ordered: Ordered) -> date | None:
    """Return the last day a condition can ask anything: its own, or else the order's."""
    ends_before, end = ordered.in_force.ends_before, last_of(ordered.term)
    first_end = ordered.term.ends_before
    if ends_before is None or (first_end is not None and ends_before >= first_end):
        return end
    return ends_before - ONE_DAY


def last_of(term: Term) -> date | None:
    """Return the last day something may fall due: the end as ordered, or as moved to later.

    An order that a court ended early leaves the day as it was: what was not yet due then ends
    with the order and is nobody's lapse.
    """
    days = [day.earliest for day in (term.nominal, term.last) if isinstance(day, Day)]
    return max(days, default=None)


def _fixed(limit: TimeLimit) -> Stated:
    return Stated(limit.length, limit.working_days, to_the_end=limit.to_the_end)


def _on_a_day(said: Any) -> Stated | None:
    try:
        return Stated(day=date.fromisoformat(str(said)))
    except ValueError:
        return None


def stated_amount(pack: Pack, value: Any, word: str) -> Stated | None:
    """Return so many units of time; parts of a day or a month cannot be counted.

    Months and years are a period that begins with its first day, as courts mean "the first 18
    months"; counted from an act they may also leave its day out, which gives a second reading.
    What is counted in hours, days or weeks leaves the first day out.
    """
    count, unit = number(value), pack.words.units.get(word, word)
    if unit == SAME_DAY:
        return Stated(length=Length(), counts=Counts.AFTER)
    if count is None or count < 0:
        return None
    if unit == HOURS:
        return Stated(length=Length(days=math.ceil(count / HOURS_OF_A_DAY)), counts=Counts.AFTER)
    return _whole(int(count), unit) if count.denominator == 1 else None


def _whole(count: int, unit: str) -> Stated | None:
    if unit == WORKING_DAYS:
        return Stated(working_days=count)
    if unit not in LENGTH_WORDS:
        return None
    length = Length(**{unit: count})
    counts = Counts.PERIOD if length.whole_months else Counts.AFTER
    return Stated(length=length, counts=counts)


def _counted(office: OfficeCalendar, since: date, stated: Stated, asked: Asked) -> Day:
    """Return the last day of a time limit counted from a day."""
    if stated.length is None:
        return working_day(office, since, stated.working_days, asked.authority)
    after = day_after(since, stated.length)
    if (stated.counts or asked.counts) is Counts.AFTER:
        return Day(after)
    certain, outer = last_days(since, stated.length)
    is_first_day = (stated.counts_from or asked.counts_from) is CountsFrom.FIRST_DAY
    return Day(certain, readings(certain, (outer,) if is_first_day else (outer, after)))


@cache
def working_day(office: OfficeCalendar, since: date, days: int, authority: str) -> Day:
    return nth_working_day(office, since, days, authority)


def _at_most(day: Day, end: date) -> Day:
    if day.latest <= end:
        return day
    on = min(day.on, end)
    return replace(day, on=on, others=readings(on, (min(each, end) for each in day.others)))
