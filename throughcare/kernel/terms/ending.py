"""The last day of an order as made, and the limits it is held against."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from throughcare.kernel.calendar.answers import (
    Answer,
    Day,
    Ending,
    NeedsPerson,
    NoEnd,
    Reason,
    because,
    readings,
)
from throughcare.kernel.calendar.lengths import Length, day_after, last_days
from throughcare.kernel.terms.acts import Made
from throughcare.kernel.terms.rules import Anchor, Cap, Ends, TermRule, Why
from throughcare.kernel.terms.term import Chain


def last_day(rule: TermRule, made: Made, first: Answer) -> Ending:
    """Return the last day of an order as it was made, before anything changed it."""
    if made.is_for_life:
        return NoEnd((rule.reason(Why.FOR_LIFE),))
    if rule.ends is Ends.ON_EVENT:
        return _on_event(rule, made)
    if made.length is None or rule.ends is Ends.IMPORTED:
        return _stated(rule, made)
    return _by_length(rule, made, first, made.length)


def counted(rule: TermRule, ends: Ends, anchor: Day, length: Length) -> Day:
    """Return the last day of a length counted from a day, both readings where there are two."""
    if ends is Ends.ANNIVERSARY:
        return _plain(anchor).moved(_anniversary(rule, length))
    return _plain(anchor).moved(_period(rule, length))


def cap_day(rule: TermRule, made: Made, first: Answer) -> tuple[Cap, Day] | None:
    """Return the cap that applies to an order and the last day it permits, if both are known."""
    return _limit(rule, rule.caps, made, first)


def limit_flags(rule: TermRule, made: Made, first: Answer, last: Ending) -> tuple[Reason, ...]:
    """Return a flag for each limit the order passes. The days stay as they were made."""
    flags = []
    cap = cap_day(rule, made, first)
    if cap is not None and _passes(_held(rule, made, cap[0], first, last), cap[1]):
        flags.append(_limit_flag(Why.OVER_CAP, *cap))
    least = _limit(rule, rule.least, made, first)
    if least is not None and isinstance(last, Day) and last.on < least[1].on:
        flags.append(_limit_flag(Why.UNDER_LEAST, *least))
    return tuple(flags)


def total_flags(rule: TermRule, first: Answer, last: Ending) -> tuple[Reason, ...]:
    """Return a flag where consecutive sentences together come to more than they may."""
    if rule.total is None or rule.total.length is None or not isinstance(first, Day):
        return ()
    permitted = counted(rule, rule.total.counts, first, rule.total.length)
    if not _passes(last, permitted):
        return ()
    return (_limit_flag(Why.OVER_TOTAL, rule.total, permitted),)


def chain_flags(rule: TermRule, chain: Chain | None) -> tuple[Reason, ...]:
    """Return a flag where the lengths of consecutive sentences together come to too much.

    Time for which a sentence stood still is not counted: it makes no sentence longer. One alone
    is held against its own limit.
    """
    if chain is None or chain.count == 1 or not isinstance(chain.first, Day):
        return ()
    return total_flags(rule, chain.first, counted(rule, Ends.PERIOD, chain.first, chain.length))


def anchor_day(anchor: Anchor, made: Made, first: Answer) -> Answer | None:
    """Return the day a length is counted from, or None where the release is not known."""
    if anchor is Anchor.FIRST_DAY or made.custody is None:
        return first
    released = made.custody.released_on
    return None if released is None else Day(released)


def _limit(
    rule: TermRule, limits: tuple[Cap, ...], made: Made, first: Answer
) -> tuple[Cap, Day] | None:
    """Return the limit for the circumstances recorded, and the day it leads to."""
    known = [each for each in limits if each.where in {"", *made.circumstances}]
    limit = max(known, key=lambda each: each.where != "", default=None)
    if limit is None or limit.length is None:
        return None
    anchor = anchor_day(limit.anchor, made, first)
    if not isinstance(anchor, Day):
        return None
    return limit, counted(rule, limit.counts, anchor, limit.length)


def _held(rule: TermRule, made: Made, limit: Cap, first: Answer, last: Ending) -> Ending:
    """Return the last day a limit is held against: the order's, or its bare length's."""
    if not limit.of_length:
        return last
    if made.length is None or not isinstance(first, Day):
        return NeedsPerson(())
    return counted(rule, limit.counts, first, made.length)


def _limit_flag(code: Why, limit: Cap, permitted: Day) -> Reason:
    """Return the flag of a limit that is passed."""
    return because(code, limit.authority, permitted=permitted.latest)


def _passes(last: Ending, permitted: Day) -> bool:
    """Say whether an end surely lies beyond what is permitted; no end at all does."""
    if isinstance(last, Day):
        return last.on > permitted.latest
    return isinstance(last, NoEnd)


def _on_event(rule: TermRule, made: Made) -> Ending:
    """Return the day of the event, or no end as long as it has not come."""
    why = rule.reason(Why.ENDS_ON_EVENT)
    if made.ended_on is None:
        return NoEnd((why,))
    return Day(made.ended_on, reasons=(why,))


def _by_length(rule: TermRule, made: Made, first: Answer, length: Length) -> Ending:
    """Return the last day counted from the day the rule counts from."""
    anchor = anchor_day(rule.anchor, made, first)
    if anchor is None:
        return NeedsPerson((rule.reason(Why.ASK_RELEASE),))
    if isinstance(anchor, NeedsPerson):
        return NeedsPerson(anchor.asks)
    return _against_stated(rule, made, counted(rule, rule.ends, anchor, length))


def _stated(rule: TermRule, made: Made) -> Ending:
    """Return the last day that the order states or another authority certifies."""
    if made.last_day is None:
        ask = Why.ASK_IMPORT if rule.ends is Ends.IMPORTED else Why.ASK_LENGTH
        return NeedsPerson((rule.reason(ask),))
    code = Why.IMPORTED if rule.ends is Ends.IMPORTED else Why.ENDS_STATED
    return Day(made.last_day, reasons=(rule.reason(code, day=made.last_day),))


def _against_stated(rule: TermRule, made: Made, last: Day) -> Day:
    """Return the counted day, with the stated day beside it where the order gives another."""
    stated = made.last_day
    if stated is None or stated in (last.on, *last.others):
        return last
    flag = rule.reason(Why.STATED_DIFFERS, stated=stated, counted=last.on)
    certain = min(stated, last.on)
    others = readings(certain, (stated, last.on, *last.others))
    return Day(certain, others, last.reasons, (*last.flags, flag))


def _plain(day: Day) -> Day:
    """Return the readings of a day without its reasons, which belong to the first day."""
    return Day(day.on, day.others)


def _period(rule: TermRule, length: Length) -> Callable[[date], Day]:
    """Return the step from a first day to the last day of a period."""

    def step(first: date) -> Day:
        certain, outer = last_days(first, length)
        reasons = [rule.reason(Why.ENDS_PERIOD, first=first, length=length, day=certain)]
        if outer != certain:
            reasons.append(
                rule.reason(Why.NO_CORRESPONDING_DAY, first=first, day=certain, other=outer)
            )
        return Day(certain, readings(certain, (outer,)), tuple(reasons))

    return step


def _anniversary(rule: TermRule, length: Length) -> Callable[[date], Day]:
    """Return the step from a day to the day so long after it."""

    def step(day: date) -> Day:
        last = day_after(day, length)
        why = rule.reason(Why.ENDS_ANNIVERSARY, first=day, length=length, day=last)
        return Day(last, reasons=(why,))

    return step
