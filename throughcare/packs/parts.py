"""The part of an order that a condition binds in: the first twelve months, the last fifty days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from throughcare.kernel.calendar.lengths import ONE_DAY, Length
from throughcare.kernel.obligations.facts import Period
from throughcare.kernel.terms.phases import Phase, PhaseDays, Side, phase_days
from throughcare.kernel.terms.term import Term
from throughcare.packs.limits import stated_amount
from throughcare.packs.pack import Pack

UNTIL = ("first", "to")
NOT_COUNTED = date.min
"""A day that no order has: the end of a part that cannot be counted."""


def part_of(pack: Pack, term: Term, whole: Period, value: Any) -> Period | None:
    """Return the days of a stated part inside the condition's days; None where it is not counted.

    Where a day has two readings the part is the shorter one: nothing is alleged of a day that
    only one reading holds. Months and a half are not counted; a person is asked.
    """
    if not isinstance(value, Mapping):
        return None
    if "last" in value:
        days = _days(pack, term, Side.FROM_END, value, "last")
        return _inside(whole, days.first.latest, whole.ends_before) if days else None
    first, after = _first(pack, term, whole, value), _after(pack, term, whole, value)
    return None if first is None or after is NOT_COUNTED else _inside(whole, first, after)


def _first(pack: Pack, term: Term, whole: Period, value: Mapping[str, Any]) -> date | None:
    """Return the first day of a part, None where it is not counted."""
    if not value.get("from"):
        return whole.starts_on
    days = _days(pack, term, Side.FROM_START, value, "from")
    return days.last.latest + ONE_DAY if days else None


def _after(pack: Pack, term: Term, whole: Period, value: Mapping[str, Any]) -> date | None:
    """Return the day after a part, the end of the whole where none is stated."""
    until = next((name for name in UNTIL if value.get(name) not in (None, "end")), None)
    if until is None:
        return whole.ends_before
    days = _days(pack, term, Side.FROM_START, value, until)
    return days.last.earliest + ONE_DAY if days else NOT_COUNTED


def _days(
    pack: Pack, term: Term, side: Side, value: Mapping[str, Any], name: str
) -> PhaseDays | None:
    stated = stated_amount(pack, value.get(name), str(value.get("unit")))
    if stated is None or not stated.length or stated.length == Length():
        return None
    found = phase_days(term, Phase(side, stated.length), "")
    return found if isinstance(found, PhaseDays) else None


def _inside(whole: Period, first: date, after: date | None) -> Period:
    first = max(first, whole.starts_on)
    ends = [day for day in (after, whole.ends_before) if day is not None]
    return Period(first, max(min(ends), first) if ends else None)
