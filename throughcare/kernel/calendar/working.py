"""Working days of an office, where no Act that binds says what a working day is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum

from throughcare.kernel.calendar import counting_law
from throughcare.kernel.calendar.answers import Answer, Day, NeedsPerson, because, readings
from throughcare.kernel.calendar.holidays import HolidayList
from throughcare.kernel.calendar.lengths import ONE_DAY

MOST_DAYS = 10_000
"""Some forty years: more is a slip of the pen, and would be walked day by day."""


class Why(StrEnum):
    """The sentences of this module."""

    COUNTED = "WORKING_DAYS_COUNTED"
    DISPUTED = "WORKING_DAY_DISPUTED"
    BEFORE_IN_FORCE = "REPORT_BEFORE_IN_FORCE"
    OWN_WORDS = "REPORT_IN_OWN_WORDS"
    FROM_IN_FORCE = "REPORT_FROM_IN_FORCE"


class Kind(Enum):
    """What an office calendar says of a day."""

    OPEN = "open"
    SHUT = "shut"
    DOUBTFUL = "doubtful"  # shut by one list, perhaps, or by the office alone


@dataclass(frozen=True, eq=False)
class OfficeCalendar:
    """When an office works: weekends, its own legislature's holidays, others', its closings."""

    weekend: frozenset[int]
    own: HolidayList
    others: tuple[HolidayList, ...]
    closed: frozenset[date] = frozenset()

    def is_open(self, day: date) -> bool:
        """Say whether this office works on a day."""
        return not (
            day.weekday() in self.weekend
            or day in self.closed
            or self.own.has(day, with_doubtful=False)
        )

    def kind(self, day: date) -> Kind:
        """Say whether every list agrees about a day."""
        if day.weekday() in self.weekend:
            return Kind.SHUT
        lists = (self.own, *self.others)
        if all(holidays.has(day, with_doubtful=False) for holidays in lists):
            return Kind.SHUT
        is_named = any(holidays.has(day, with_doubtful=True) for holidays in lists)
        return Kind.DOUBTFUL if is_named or day in self.closed else Kind.OPEN


def nth_working_day(office: OfficeCalendar, event: date, days: int, authority: str) -> Day:
    """Return the last of so many working days after an event, the event's day left out.

    The day follows the office's own calendar. A day that some list or the office alone calls
    shut is also read the other way: as work for all, and as work for none.

    :raises OverflowError: nobody counts so many, or the calendar ends before.
    """
    if days > MOST_DAYS:
        raise OverflowError(f"{days} working days are more than anybody counts")
    by_office = _count(event, days, office.is_open)
    lenient = _count(event, days, lambda day: office.kind(day) is not Kind.SHUT)
    strict = _count(event, days, lambda day: office.kind(day) is Kind.OPEN)
    others = readings(by_office, (lenient, strict))
    reasons = [because(Why.COUNTED, authority, event=event, count=days, day=by_office)]
    if others:
        disputed = _first_doubtful(office, event)
        reasons.append(because(Why.DISPUTED, authority, day=disputed, other=others[0]))
    found = Day(by_office, others, tuple(reasons))
    if all(holidays.covers(found.latest) for holidays in (office.own, *office.others)):
        return found
    return found.flagged(because(counting_law.Why.NOT_CHECKED, authority, day=found.latest))


def first_report(
    office: OfficeCalendar,
    *,
    made: date,
    in_force: date,
    days: int,
    authority: str,
    has_own_words: bool = False,
) -> Answer:
    """Return the last day to report first, counted from the making of the order.

    Where the order comes into force later, its words are counted from a day on which nobody
    owes anything yet: a person decides, and the count from coming into force is offered.
    Where the order sets its own time, that time is asked for and nothing is suggested.
    """
    if has_own_words:
        return NeedsPerson((because(Why.OWN_WORDS, authority, event=made),))
    if in_force <= made:
        return nth_working_day(office, made, days, authority)
    suggested = nth_working_day(office, in_force, days, authority)
    ask = because(Why.BEFORE_IN_FORCE, authority, made=made, in_force=in_force, count=days)
    why = because(Why.FROM_IN_FORCE, authority, in_force=in_force, day=suggested.on)
    return NeedsPerson((ask,), suggested, (why,))


def _count(event: date, days: int, is_open: Callable[[date], bool]) -> date:
    """Return the last of so many days that pass a test, after the event."""
    day = event
    while days:
        day += ONE_DAY
        days -= is_open(day)
    return day


def _first_doubtful(office: OfficeCalendar, event: date) -> date:
    """Return the first day after the event on which the lists or the office disagree."""
    day = event + ONE_DAY
    while office.kind(day) is not Kind.DOUBTFUL:
        day += ONE_DAY
    return day
