"""Where a day leads when it is a holiday, or a day on which nobody works."""

from __future__ import annotations

from datetime import date

from throughcare.kernel.calendar.answers import Day, Reason, because, readings
from throughcare.kernel.calendar.counting_law import CountingLaw, Why
from throughcare.kernel.calendar.holidays import Holiday, HolidayList
from throughcare.kernel.calendar.lengths import ONE_DAY


def aim(law: CountingLaw, day: date, closed: frozenset[date] = frozenset()) -> date:
    """Return the last weekday on or before a day that is neither a holiday nor a closing day."""
    while _is_shut(law, day, closed, with_doubtful=False):
        day -= ONE_DAY
    return day


def next_open(holidays: HolidayList, day: date, *, with_doubtful: bool) -> date:
    """Return the first day on or after a day that is not a holiday."""
    while holidays.has(day, with_doubtful=with_doubtful):
        day += ONE_DAY
    return day


def off_holidays(law: CountingLaw, counted: Day) -> Day:
    """Return the day an act may still be done on, where its last day is a holiday."""
    day = counted.on
    moved = next_open(law.holidays, day, with_doubtful=False)
    perhaps = next_open(law.holidays, moved, with_doubtful=True)
    reasons, flags = list(counted.reasons), list(counted.flags)
    holiday = law.holidays.on(day)
    if holiday is not None and moved != day:
        reasons.append(law.reason(Why.MOVED, day=day, holiday=holiday.code, moved=moved))
    doubtful = law.holidays.on(moved)
    if doubtful is not None:
        reasons.append(_may_move(doubtful, perhaps))
    if not law.holidays.covers(perhaps):
        flags.append(law.reason(Why.NOT_CHECKED, day=day))
    return Day(moved, readings(moved, (perhaps,)), tuple(reasons), tuple(flags))


def when_open(law: CountingLaw, day: date, closed: frozenset[date]) -> Day:
    """Return the first day on or after a day that an office open on weekdays takes filings."""
    opens, perhaps = (
        _next_weekday(law, day, closed, with_doubtful=doubtful) for doubtful in (False, True)
    )
    reasons = () if opens == day else (law.reason(Why.OFFICE_SHUT, day=day, moved=opens),)
    return Day(opens, readings(opens, (perhaps,)), reasons)


def _next_weekday(
    law: CountingLaw, day: date, closed: frozenset[date], *, with_doubtful: bool
) -> date:
    """Return the first day on or after a day on which the office works."""
    while _is_shut(law, day, closed, with_doubtful=with_doubtful):
        day += ONE_DAY
    return day


def _is_shut(law: CountingLaw, day: date, closed: frozenset[date], *, with_doubtful: bool) -> bool:
    """Say whether nobody works on a day: a weekend, a closing day, a holiday."""
    is_holiday = law.holidays.has(day, with_doubtful=with_doubtful)
    return is_holiday or day.weekday() in law.weekend or day in closed


def _may_move(doubtful: Holiday, perhaps: date) -> Reason:
    """Return why a limit may run one day further: the holiday is not certain."""
    return because(
        Why.MAY_MOVE,
        doubtful.authority,
        day=doubtful.on,
        holiday=doubtful.code,
        moved=perhaps,
    )
