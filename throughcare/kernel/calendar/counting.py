"""Statutory clocks: from an event to a day, as the legislature that wrote them counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from throughcare.kernel.calendar.answers import Day, NeedsPerson, Reason, because, readings
from throughcare.kernel.calendar.counting_law import CountingLaw, Why
from throughcare.kernel.calendar.lengths import ONE_DAY, Length, day_after, day_before
from throughcare.kernel.calendar.moving import aim, off_holidays, when_open


class Manner(StrEnum):
    """How the words of an Act count."""

    WITHIN = "within"  # a thing must be done within a time after the event
    WITHIN_BEFORE = "within_before"  # a thing may be done within a time before the event
    AT_LEAST_AFTER = "at_least_after"  # not before a time after the event
    AT_LEAST_BEFORE = "at_least_before"  # not later than a time before the event
    TAKES_EFFECT = "takes_effect"  # the law itself acts: nobody has a thing to do
    ELAPSED = "elapsed"  # the time must have gone by entirely
    BEGINNING_WITH = "beginning_with"  # a period whose first day is the event's day


@dataclass(frozen=True, eq=False)
class Clock:
    """A statutory clock as a pack writes it, from a day on."""

    code: str
    law: CountingLaw
    manner: Manner
    length: Length
    authority: str
    starts_on: date
    ends_before: date | None = None
    in_business_days: bool = False
    moves_off_holidays: bool = False
    moves_off_closed_days: bool = False  # a filing: the next day the office is open counts
    is_disputed: bool = False  # whether *at least* means clear days here is an open question
    is_unconfirmed: bool = False  # its first day is not confirmed: the rule before is kept beside


@dataclass(frozen=True, slots=True)
class Deadline:
    """What a clock gives: the day as counted, the day after any holiday, and what to aim at."""

    clock: str
    unextended: date
    due: Day
    target: date  # the last open weekday on or before the earliest reading, never the extension
    opens_on: date | None = None  # the first day, where the law gives a span of days


def clock_on(clocks: Sequence[Clock], code: str, event: date) -> list[Clock]:
    """Return the clock in force on a day, and behind it the one before where it is unconfirmed."""
    dated = sorted(
        (each for each in clocks if each.code == code and each.starts_on <= event),
        key=lambda each: each.starts_on,
        reverse=True,
    )
    if not dated or (dated[0].ends_before is not None and event >= dated[0].ends_before):
        return []
    return dated[:2] if dated[0].is_unconfirmed else dated[:1]


def deadline_from(
    clocks: Sequence[Clock], code: str, event: date, closed: frozenset[date] = frozenset()
) -> Deadline | NeedsPerson:
    """Return what the clock in force on the event's day gives; both rules where it is unconfirmed.

    Where no rule is known, the answer is what a person must find out.
    """
    found = clock_on(clocks, code, event)
    if not found:
        return NeedsPerson((because(Why.NO_RULE, "", clock=code, event=event),))
    result = run(found[0], event, closed)
    if not found[0].is_unconfirmed:
        return result
    flag = because(Why.UNCONFIRMED, found[0].authority, clock=code, since=found[0].starts_on)
    due = result.due.flagged(flag)
    target = result.target
    for earlier in found[1:]:
        before = run(earlier, event, closed)
        others = readings(due.on, (*due.others, before.due.on, *before.due.others))
        due = replace(due, others=others).explained(*before.due.reasons)
        target = min(target, before.target)
    return replace(result, due=due, target=target)


def run(clock: Clock, event: date, closed: frozenset[date] = frozenset()) -> Deadline:
    """Return the day one clock gives from an event. `closed` are the office's closing days."""
    counted = _counted(clock, event)
    due = off_holidays(clock.law, counted) if clock.moves_off_holidays else counted
    if clock.moves_off_closed_days:
        due = due.moved(lambda day: when_open(clock.law, day, closed))
    opens_on = None
    if clock.manner is Manner.WITHIN_BEFORE:
        opens_on = day_before(event, clock.length)
    target = aim(clock.law, counted.earliest, closed)
    return Deadline(clock.code, counted.on, due, target, opens_on)


def _counted(clock: Clock, event: date) -> Day:
    """Return the day before any holiday is looked at."""
    rule = because(Why.RULE, clock.authority, clock=clock.code, length=clock.length, event=event)
    if clock.in_business_days:
        return _in_business_days(clock, event, rule)
    day, other, code = _readings(clock, event)
    reasons = [rule, clock.law.reason(code, event=event, length=clock.length, day=day)]
    if other is not None:
        reasons.append(clock.law.reason(Why.DISPUTED, day=day, other=other))
        return Day(day, (other,), tuple(reasons))
    return Day(day, (), tuple(reasons))


def _readings(clock: Clock, event: date) -> tuple[date, date | None, Why]:
    """Return the day, its second reading if any, and the sentence that says how it was counted."""
    is_clear = clock.law.at_least_is_clear or clock.is_disputed
    if clock.manner is Manner.AT_LEAST_AFTER:
        plain = day_after(event, clock.length)
        return _clear_or_plain(plain, plain + ONE_DAY, is_clear, clock.is_disputed)
    if clock.manner is Manner.AT_LEAST_BEFORE:
        plain = day_before(event, clock.length)
        return _clear_or_plain(plain, plain - ONE_DAY, is_clear, clock.is_disputed)
    after = day_after(event, clock.length)
    simple = {
        Manner.WITHIN: (after, Why.WITHIN),
        Manner.TAKES_EFFECT: (after, Why.TAKES_EFFECT),
        Manner.ELAPSED: (after + ONE_DAY, Why.ELAPSED),
        Manner.BEGINNING_WITH: (after - ONE_DAY, Why.BEGINNING_WITH),
        Manner.WITHIN_BEFORE: (event - ONE_DAY, Why.WITHIN_BEFORE),
    }
    day, code = simple[clock.manner]
    return day, None, code


def _clear_or_plain(
    plain: date, clear: date, is_clear: bool, is_disputed: bool
) -> tuple[date, date | None, Why]:
    """Return the day *at least* gives, and the other way of counting where that is disputed."""
    if not is_clear:
        return plain, None, Why.PLAIN
    return clear, plain if is_disputed else None, Why.CLEAR


def _in_business_days(clock: Clock, event: date, rule: Reason) -> Day:
    """Return the day after so many business days, the event's day left out."""
    day = _nth_business_day(clock, event, with_doubtful=False)
    other = _nth_business_day(clock, event, with_doubtful=True)
    why = clock.law.reason(Why.BUSINESS_DAYS, event=event, length=clock.length, day=day)
    found = Day(day, readings(day, (other,)), (rule, why))
    if clock.law.holidays.covers(found.latest):
        return found
    return found.flagged(clock.law.reason(Why.NOT_CHECKED, day=found.latest))


def _nth_business_day(clock: Clock, event: date, *, with_doubtful: bool) -> date:
    """Count business days one by one: neither weekend nor holiday of the law's own list."""
    left, day = clock.length.days, event
    while left:
        day += ONE_DAY
        closed = clock.law.holidays.has(day, with_doubtful=with_doubtful)
        left -= not (closed or day.weekday() in clock.law.weekend)
    return day
